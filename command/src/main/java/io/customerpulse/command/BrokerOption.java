package io.customerpulse.command;

import io.customerpulse.command.kafka.Broker;
import io.customerpulse.command.stack.StackState;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker is meant: options of every command that talks to one. */
final class BrokerOption {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,...",
            description =
                    "The Kafka brokers (default: the local stack's; without one, localhost:9092).")
    private Optional<String> bootstrapServers = Optional.empty();

    @Mixin private StackOption stack;

    Broker broker() {
        return Broker.at(
                bootstrapServers
                        .or(() -> stack.stack().state().map(StackState::bootstrapServers))
                        .orElse("localhost:9092"));
    }
}
