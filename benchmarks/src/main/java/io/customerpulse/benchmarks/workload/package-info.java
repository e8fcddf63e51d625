/** The input of the measurements: made up, but the same on every machine. */
package io.customerpulse.benchmarks.workload;
