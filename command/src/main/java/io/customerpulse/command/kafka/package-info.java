/**
 * What is done with a Kafka broker from the command line: topics, events in and out, the heartbeat.
 */
package io.customerpulse.command.kafka;
