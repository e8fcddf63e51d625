package io.customerpulse.rules.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageDaysTest {

    private static final long TODAY = 20_000;

    private final UsageDays usage = new UsageDays();

    private void users(int count) {
        IntStream.range(0, count).forEach(user -> use(usage, TODAY, "user-" + user));
    }

    @Test
    void ofSeveralReportsTheLargestCounts() {
        assertThat(report(usage, TODAY, 5)).isTrue();
        assertThat(report(usage, TODAY, 3)).isFalse();
        assertThat(report(usage, TODAY, 7)).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(7);
    }

    @Test
    void aUserCountsOnceADay() {
        assertThat(use(usage, TODAY, "ann")).isTrue();
        assertThat(use(usage, TODAY, "ann")).isFalse();
        assertThat(use(usage, TODAY, "bob")).isTrue();
        assertThat(use(usage, TODAY + 1, "ann")).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(2);
    }

    @Test
    void theLargerOfReportedAndCountedUsersCounts() {
        users(3);
        report(usage, TODAY, 2);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(3);
        report(usage, TODAY, 4);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(4);
    }

    @Test
    void aDayWithoutUsageHasNoActiveUsers() {
        report(usage, TODAY, 4);
        assertThat(usage.activeUsers(TODAY - 1)).isZero();
        assertThat(usage.activeUsers(TODAY + 1)).isZero();
    }

    @Test
    void daysMayBeFilledInAnyOrder() {
        for (long day : new long[] {5, 2, 9, 3, 7}) {
            report(usage, TODAY + day, (int) day);
        }
        for (int day = 1; day <= 10; day++) {
            boolean reported = List.of(2, 3, 5, 7, 9).contains(day);
            assertThat(usage.activeUsers(TODAY + day)).isEqualTo(reported ? day : 0);
        }
    }

    @Test
    void theFirstUsageDayIsTheEarliestWithActiveUsers() {
        report(usage, TODAY - 3, 0);
        assertThat(usage.firstUsageDay()).isEmpty();
        report(usage, TODAY, 1);
        assertThat(usage.firstUsageDay()).hasValue(TODAY);
        use(usage, TODAY - 2, "ann");
        assertThat(usage.firstUsageDay()).hasValue(TODAY - 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1_000})
    void upToAThousandUsersAreCountedExactly(int count) {
        users(count);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 2_000, 5_000, 20_000, 100_000})
    void moreUsersAreCountedWithinOnePercent(int count) {
        users(count);
        assertThat(usage.activeUsers(TODAY)).isCloseTo(count, Percentage.withPercentage(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 1_001, 3_000})
    void theOrderOfTheUsersDoesNotMatter(int count) throws IOException {
        users(count);
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(shuffled, new Random(7));
        UsageDays other = new UsageDays();
        shuffled.forEach(user -> use(other, TODAY, "user-" + user));
        shuffled.subList(0, count / 2).forEach(user -> use(other, TODAY, "user-" + user));
        assertThat(bytes(other)).isEqualTo(bytes(usage));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 1_001, 3_000})
    void aClosedDayKeepsItsNumberOnly(int count) throws IOException {
        users(count);
        int before = usage.activeUsers(TODAY);
        usage.close(TODAY, TODAY - 10);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(before);
        assertThat(bytes(usage)).hasSizeLessThan(20);
        assertThat(use(usage, TODAY, "nobody before")).isFalse();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(before);
    }

    @Test
    void aClosedDayTakesReports() {
        users(3);
        usage.close(TODAY, TODAY - 10);
        assertThat(report(usage, TODAY, 4)).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(4);
    }

    @Test
    void closingKeepsLaterDaysOpenAndDropsThoseTooOld() {
        report(usage, TODAY - 5, 1);
        report(usage, TODAY - 4, 2);
        use(usage, TODAY + 1, "ann");
        usage.close(TODAY, TODAY - 4);
        assertThat(usage.activeUsers(TODAY - 5)).isZero();
        assertThat(usage.activeUsers(TODAY - 4)).isEqualTo(2);
        assertThat(use(usage, TODAY + 1, "bob")).isTrue();
        assertThat(usage.firstUsageDay()).hasValue(TODAY - 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1_000, 1_001, 3_000})
    void usageIsReadAsItWasWritten(int count) throws IOException {
        users(count);
        report(usage, TODAY - 3, 12);
        UsageDays read = read(bytes(usage));
        assertThat(bytes(read)).isEqualTo(bytes(usage));
        assertThat(read.activeUsers(TODAY)).isEqualTo(usage.activeUsers(TODAY));
        assertThat(use(read, TODAY, "somebody else")).isEqualTo(use(usage, TODAY, "somebody else"));
        assertThat(bytes(read)).isEqualTo(bytes(usage));
    }

    private static boolean report(UsageDays usage, long day, int activeUsers) {
        return usage.report(
                new UsageFact.Recorded(
                        LocalDate.ofEpochDay(day),
                        activeUsers,
                        OptionalInt.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                false);
    }

    private static boolean use(UsageDays usage, long day, String user) {
        return usage.use(day, new UsageFact.FeatureUsed(user, "search"), false);
    }

    private static byte[] bytes(UsageDays usage) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        usage.write(new CompactOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static UsageDays read(byte[] bytes) throws IOException {
        return UsageDays.read(
                new CompactInput(new DataInputStream(new ByteArrayInputStream(bytes))));
    }
}
