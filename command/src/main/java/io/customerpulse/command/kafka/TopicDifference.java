package io.customerpulse.command.kafka;

/**
 * One way in which a topic on the broker is not as the configuration says.
 *
 * @param property {@code partitions}, {@code replication factor}, {@code cleanup.policy} or {@code
 *     retention.ms}
 * @param wanted what the configuration says
 * @param found what the broker has
 */
public record TopicDifference(String property, String wanted, String found) {

    @Override
    public String toString() {
        return property + " is " + found + ", the configuration says " + wanted;
    }
}
