/**
 * Exports as CSV, read so that a broken line costs itself and nothing else. What the lines mean is
 * the business of the import that reads them.
 */
package io.customerpulse.command.csv;
