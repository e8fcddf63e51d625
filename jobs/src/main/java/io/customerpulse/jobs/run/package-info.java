/** The jobs that run against Kafka: what each reads, computes and writes. */
package io.customerpulse.jobs.run;
