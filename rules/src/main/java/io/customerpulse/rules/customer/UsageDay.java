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
    private boolean closed;

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
        users.close();
        closed = true;
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(reportedUsers);
        out.writeCount(contentItems);
        out.writeCount(integrations);
        out.writeBytes(features.toByteArray());
        if (closed) {
            out.writeCount(users.count());
        } else {
            users.write(out);
        }
    }

    /** Reads a day that was written before it was closed. */
    static UsageDay readOpen(CompactInput in, long epochDay) throws IOException {
        UsageDay day = readNumbers(in, epochDay);
        day.users = DistinctUsers.read(in);
        return day;
    }

    /** Reads a day that was written after it was closed. */
    static UsageDay readClosed(CompactInput in, long epochDay) throws IOException {
        UsageDay day = readNumbers(in, epochDay);
        day.users = DistinctUsers.closed(in.readSize());
        day.closed = true;
        return day;
    }

    private static UsageDay readNumbers(CompactInput in, long epochDay) throws IOException {
        UsageDay day = new UsageDay(epochDay);
        day.reportedUsers = in.readSize();
        day.contentItems = in.readSize();
        day.integrations = in.readSize();
        day.features = BitSet.valueOf(in.readBytes());
        return day;
    }
}
