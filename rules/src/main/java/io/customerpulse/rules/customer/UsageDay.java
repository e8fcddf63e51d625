package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.BitSet;

/** The usage of one UTC day: of several reports the largest of each number, all features. */
final class UsageDay {

    final long epochDay;
    private int reportedUsers;
    private int contentItems;
    private int integrations;
    private DistinctUsers users = new DistinctUsers();
    private BitSet features = new BitSet();

    UsageDay(long epochDay) {
        this.epochDay = epochDay;
    }

    int activeUsers() {
        return Math.max(reportedUsers, users.count());
    }

    int contentItems() {
        return contentItems;
    }

    /** The number of integrations reported plus one; 0 when none was reported. */
    int integrations() {
        return integrations;
    }

    BitSet features() {
        return features;
    }

    boolean report(int activeUsers, int content, int integrationsPlusOne) {
        boolean changed =
                activeUsers > reportedUsers
                        || content > contentItems
                        || integrationsPlusOne > integrations;
        reportedUsers = Math.max(reportedUsers, activeUsers);
        contentItems = Math.max(contentItems, content);
        integrations = Math.max(integrations, integrationsPlusOne);
        return changed;
    }

    boolean use(String userId) {
        return users.add(userId);
    }

    boolean useFeature(int index) {
        boolean isNew = !features.get(index);
        features.set(index);
        return isNew;
    }

    void close() {
        if (!users.isClosed()) {
            users.close();
        }
    }

    boolean isClosed() {
        return users.isClosed();
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(reportedUsers);
        out.writeCount(contentItems);
        out.writeCount(integrations);
        users.write(out);
        out.writeBytes(features.toByteArray());
    }

    static UsageDay read(CompactInput in, long epochDay) throws IOException {
        UsageDay day = new UsageDay(epochDay);
        day.reportedUsers = in.readSize();
        day.contentItems = in.readSize();
        day.integrations = in.readSize();
        day.users = DistinctUsers.read(in);
        day.features = BitSet.valueOf(in.readBytes());
        return day;
    }
}
