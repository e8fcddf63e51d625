/** What the steps that work on signals have in common. */
package io.customerpulse.functions.signal;
