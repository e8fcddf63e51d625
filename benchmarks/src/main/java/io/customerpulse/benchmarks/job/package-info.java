/** The jobs measured and how they are run. */
package io.customerpulse.benchmarks.job;
