package io.customerpulse.command.kafka;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the contract on a broker: what they are like, and making those that are missing.
 */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Broker broker;
    private final TopicSettings settings;

    /** On this broker, by these settings. */
    public Topics(Broker broker, TopicSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    /**
     * Looks at every topic of the contract, in its order.
     *
     * @throws BrokerFailure if the broker does not answer
     */
    public List<TopicState> describe() {
        try (Admin admin = broker.openAdmin()) {
            return describe(admin);
        }
    }

    /**
     * Makes the topics that are missing. Those that are there are left as they are, also if they
     * differ from the settings: a change to them can lose records or tear keys apart.
     *
     * @return every topic as it was before
     * @throws BrokerFailure if the broker does not answer or refuses
     */
    public List<TopicState> create() {
        try (Admin admin = broker.openAdmin()) {
            List<TopicState> before = describe(admin);
            List<TopicState> missing =
                    before.stream().filter(topic -> topic.found().isEmpty()).toList();
            admin.createTopics(missing.stream().map(TopicState::toCreate).toList())
                    .values()
                    .forEach(this::awaitCreation);
            awaitTopics(admin, missing.stream().map(TopicState::name).toList());
            return before;
        }
    }

    private void awaitCreation(String topic, KafkaFuture<Void> creation) {
        try {
            broker.answer(creation, "create the topic " + topic);
        } catch (BrokerFailure failure) {
            // Somebody else made it since we looked.
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    /** A broker says that a topic is created a moment before it shows it. */
    private void awaitTopics(Admin admin, List<String> created) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!broker.answer(admin.listTopics().names(), "list its topics").containsAll(created)) {
            if (System.nanoTime() > deadline) {
                throw new BrokerFailure(
                        "The broker at %s does not show the topics it created within %d s."
                                .formatted(broker.bootstrapServers(), PATIENCE.toSeconds()),
                        null);
            }
        }
    }

    private List<TopicState> describe(Admin admin) {
        Set<String> present = broker.answer(admin.listTopics().names(), "list its topics");
        List<String> ours =
                Stream.of(Topic.values()).map(settings::nameOf).filter(present::contains).toList();
        Map<String, TopicDescription> descriptions =
                broker.answer(admin.describeTopics(ours).allTopicNames(), "describe its topics");
        Map<ConfigResource, Config> configurations =
                broker.answer(
                        admin.describeConfigs(ours.stream().map(Topics::resource).toList()).all(),
                        "say how its topics are configured");
        List<TopicState> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            String name = settings.nameOf(topic);
            Optional<TopicState.Found> found =
                    Optional.ofNullable(descriptions.get(name))
                            .map(
                                    description ->
                                            found(description, configurations.get(resource(name))));
            topics.add(TopicState.of(settings, topic, found));
        }
        return topics;
    }

    private static TopicState.Found found(TopicDescription description, Config configuration) {
        Map<String, String> values = new HashMap<>();
        for (ConfigEntry entry : configuration.entries()) {
            Optional.ofNullable(entry.value()).ifPresent(value -> values.put(entry.name(), value));
        }
        return new TopicState.Found(
                description.partitions().size(),
                description.partitions().get(0).replicas().size(),
                values);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
