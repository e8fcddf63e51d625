package io.customerpulse.command;

import io.customerpulse.command.kafka.Broker;
import io.customerpulse.command.stack.StackState;
import io.customerpulse.jobs.settings.KafkaSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker is meant, and how its topics are named: options of commands that talk to one. */
final class BrokerOption {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = {
                "The Kafka brokers, with commas between several",
                "(default: the local stack's if one is up, else those of job.yaml)."
            })
    private Optional<String> bootstrapServers = Optional.empty();

    @Mixin private StackOption stack;

    @Mixin private ConfigurationOption configuration;

    /**
     * Finds the broker.
     *
     * @throws InvalidPolicyException if the settings say where it is, and are invalid
     */
    Broker broker() throws InvalidPolicyException {
        Optional<StackState> local = stack.stack().state().filter(StackState::isUp);
        if (bootstrapServers.isEmpty() && local.isPresent()) {
            return Broker.at(local.get().bootstrapServers());
        }
        KafkaSettings settings = configuration.settings().kafka();
        return Broker.of(settings, bootstrapServers.orElse(settings.bootstrapServers()));
    }

    /** The topics as the configuration has them. */
    TopicSettings topics() throws InvalidPolicyException {
        return configuration.topics();
    }

    /** How the jobs run. */
    ConfigurationOption configuration() {
        return configuration;
    }
}
