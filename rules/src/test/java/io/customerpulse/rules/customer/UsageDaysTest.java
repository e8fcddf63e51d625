package io.customerpulse.rules.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        IntStream.range(0, count).forEach(user -> usage.use(TODAY, "user-" + user));
    }

    @Test
    void ofSeveralReportsTheLargestCounts() {
        assertThat(usage.report(TODAY, 5)).isTrue();
        assertThat(usage.report(TODAY, 3)).isFalse();
        assertThat(usage.report(TODAY, 7)).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(7);
    }

    @Test
    void aUserCountsOnceADay() {
        assertThat(usage.use(TODAY, "ann")).isTrue();
        assertThat(usage.use(TODAY, "ann")).isFalse();
        assertThat(usage.use(TODAY, "bob")).isTrue();
        assertThat(usage.use(TODAY + 1, "ann")).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(2);
    }

    @Test
    void theLargerOfReportedAndCountedUsersCounts() {
        users(3);
        usage.report(TODAY, 2);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(3);
        usage.report(TODAY, 4);
        assertThat(usage.activeUsers(TODAY)).isEqualTo(4);
    }

    @Test
    void aDayWithoutUsageHasNoActiveUsers() {
        usage.report(TODAY, 4);
        assertThat(usage.activeUsers(TODAY - 1)).isZero();
        assertThat(usage.activeUsers(TODAY + 1)).isZero();
    }

    @Test
    void daysMayBeFilledInAnyOrder() {
        for (long day : new long[] {5, 2, 9, 3, 7}) {
            usage.report(TODAY + day, (int) day);
        }
        for (int day = 1; day <= 10; day++) {
            boolean reported = List.of(2, 3, 5, 7, 9).contains(day);
            assertThat(usage.activeUsers(TODAY + day)).isEqualTo(reported ? day : 0);
        }
    }

    @Test
    void theFirstUsageDayIsTheEarliestWithActiveUsers() {
        usage.report(TODAY - 3, 0);
        assertThat(usage.firstUsageDay()).isEmpty();
        usage.report(TODAY, 1);
        assertThat(usage.firstUsageDay()).hasValue(TODAY);
        usage.use(TODAY - 2, "ann");
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
        shuffled.forEach(user -> other.use(TODAY, "user-" + user));
        shuffled.subList(0, count / 2).forEach(user -> other.use(TODAY, "user-" + user));
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
        assertThat(usage.use(TODAY, "nobody before")).isFalse();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(before);
    }

    @Test
    void aClosedDayTakesReports() {
        users(3);
        usage.close(TODAY, TODAY - 10);
        assertThat(usage.report(TODAY, 4)).isTrue();
        assertThat(usage.activeUsers(TODAY)).isEqualTo(4);
    }

    @Test
    void closingKeepsLaterDaysOpenAndDropsThoseTooOld() {
        usage.report(TODAY - 5, 1);
        usage.report(TODAY - 4, 2);
        usage.use(TODAY + 1, "ann");
        usage.close(TODAY, TODAY - 4);
        assertThat(usage.activeUsers(TODAY - 5)).isZero();
        assertThat(usage.activeUsers(TODAY - 4)).isEqualTo(2);
        assertThat(usage.use(TODAY + 1, "bob")).isTrue();
        assertThat(usage.firstUsageDay()).hasValue(TODAY - 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1_000, 1_001, 3_000})
    void usageIsReadAsItWasWritten(int count) throws IOException {
        users(count);
        usage.report(TODAY - 3, 12);
        UsageDays read = read(bytes(usage));
        assertThat(bytes(read)).isEqualTo(bytes(usage));
        assertThat(read.activeUsers(TODAY)).isEqualTo(usage.activeUsers(TODAY));
        assertThat(read.use(TODAY, "somebody else")).isEqualTo(usage.use(TODAY, "somebody else"));
        assertThat(bytes(read)).isEqualTo(bytes(usage));
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
