/**
 * A Kafka broker and a Flink session cluster on this machine, each process its own, from the jars
 * Maven brought ({@code docs/operating.md}, "A local stack").
 */
package io.customerpulse.command.stack;
