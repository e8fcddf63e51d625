package io.customerpulse.command.kafka;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.TopicSettings;
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
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the contract on a broker: what they are like, and making those that are missing.
 */
public final class Topics {

    private final Broker broker;
    private final TopicSettings settings;

    /** On this broker, by these settings. */
    public Topics(Broker broker, TopicSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    /** The names on the broker of the topics that are read. */
    public static List<String> inputs(TopicSettings settings) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.direction() == Topic.Direction.INPUT)
                .map(settings::nameOf)
                .toList();
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
            before.stream()
                    .filter(topic -> topic.found().isEmpty())
                    .forEach(topic -> create(admin, topic));
            return before;
        }
    }

    private void create(Admin admin, TopicState topic) {
        try {
            broker.answer(
                    admin.createTopics(List.of(topic.toCreate())).all(),
                    "create the topic " + topic.name());
        } catch (BrokerFailure failure) {
            // Somebody else made it since we looked.
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
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
