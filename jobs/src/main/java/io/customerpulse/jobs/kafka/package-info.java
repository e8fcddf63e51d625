/**
 * From Kafka to Kafka: records become events with a time and an origin, results become records
 * ({@code docs/operating.md}).
 */
package io.customerpulse.jobs.kafka;
