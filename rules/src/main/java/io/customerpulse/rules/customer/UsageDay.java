package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.BitSet;

/** The usage of one UTC day: of several reports the largest of each number, all features. */
final class UsageDay {

    private static final int REPORTED_USERS = 1;
    private static final int CONTENT_ITEMS = 2;
    private static final int INTEGRATIONS = 4;
    private static final int FEATURES = 8;
    private static final int USERS = 16;

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

    /** Writes first which of the parts there are: most days have few. */
    void write(CompactOutput out) throws IOException {
        byte[] used = features.toByteArray();
        boolean hasUsers = !closed || users.count() > 0;
        out.writeByte(
                (reportedUsers > 0 ? REPORTED_USERS : 0)
                        | (contentItems > 0 ? CONTENT_ITEMS : 0)
                        | (integrations > 0 ? INTEGRATIONS : 0)
                        | (used.length > 0 ? FEATURES : 0)
                        | (hasUsers ? USERS : 0));
        if (reportedUsers > 0) {
            out.writeCount(reportedUsers);
        }
        if (contentItems > 0) {
            out.writeCount(contentItems);
        }
        if (integrations > 0) {
            out.writeCount(integrations);
        }
        if (used.length > 0) {
            out.writeBytes(used);
        }
        if (hasUsers && closed) {
            out.writeCount(users.count());
        } else if (hasUsers) {
            users.write(out);
        }
    }

    /** Reads a day that was written before it was closed. */
    static UsageDay readOpen(CompactInput in, long epochDay) throws IOException {
        UsageDay day = new UsageDay(epochDay);
        day.readNumbers(in);
        day.users = DistinctUsers.read(in);
        return day;
    }

    /** Reads a day that was written after it was closed. */
    static UsageDay readClosed(CompactInput in, long epochDay) throws IOException {
        UsageDay day = new UsageDay(epochDay);
        int parts = day.readNumbers(in);
        day.users = DistinctUsers.closed((parts & USERS) != 0 ? in.readSize() : 0);
        day.closed = true;
        return day;
    }

    private int readNumbers(CompactInput in) throws IOException {
        int parts = in.readByte();
        reportedUsers = (parts & REPORTED_USERS) != 0 ? in.readSize() : 0;
        contentItems = (parts & CONTENT_ITEMS) != 0 ? in.readSize() : 0;
        integrations = (parts & INTEGRATIONS) != 0 ? in.readSize() : 0;
        if ((parts & FEATURES) != 0) {
            features = BitSet.valueOf(in.readBytes());
        }
        return parts;
    }
}
