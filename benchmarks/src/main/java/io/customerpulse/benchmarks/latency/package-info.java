/** How soon what is sent to Kafka is seen in a score on Kafka ({@code docs/performance.md}). */
package io.customerpulse.benchmarks.latency;
