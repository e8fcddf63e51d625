/** The command line, {@code ./pulse}: one class a command, each of them thin. */
package io.customerpulse.command;
