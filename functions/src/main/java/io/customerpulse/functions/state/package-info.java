/** Access to Flink's state by rules that know nothing of it. */
package io.customerpulse.functions.state;
