package io.customerpulse.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.story.ShippedPolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    @TempDir Path folder;

    @BeforeEach
    void copyTheShippedPolicies() {
        ShippedPolicies.copyTo(folder);
    }

    private void edit(String document, String text, String replacement) {
        ShippedPolicies.edit(folder.resolve(document), text, replacement);
    }

    private void write(String document, String text) throws IOException {
        Files.writeString(folder.resolve(document), text);
    }

    private List<String> problems() {
        InvalidPolicyException refused =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyReader.read(folder));
        assertThat(refused).as("the policies are refused").isNotNull();
        return refused.problems().stream().map(this::withoutFolder).toList();
    }

    private String withoutFolder(PolicyProblem problem) {
        return problem.toString().replace(folder + "/", "");
    }

    private String version() {
        return ShippedPolicies.read(folder).version();
    }

    @Test
    void theShippedRiskPolicyIsThatOfTheRules() {
        RiskPolicy risk = ShippedPolicies.read().risk();
        assertThat(risk.bands()).isEqualTo(new RiskPolicy.Bands(20, 40, 60, Duration.ofHours(24)));
        assertThat(risk.contractEnding())
                .isEqualTo(new RiskPolicy.Lasting(10, Duration.ofDays(90)));
        assertThat(risk.renewalPastDue().points()).isEqualTo(25);
        assertThat(risk.lowAdoption().steps())
                .containsExactly(
                        new RiskPolicy.LowAdoption.Step(10, 20),
                        new RiskPolicy.LowAdoption.Step(30, 10),
                        new RiskPolicy.LowAdoption.Step(50, 5));
        assertThat(risk.stakeholderDeparted().points())
                .containsEntry(StakeholderRole.EXECUTIVE_SPONSOR, 30)
                .doesNotContainKey(StakeholderRole.OTHER);
        assertThat(risk.downtime()).isEqualTo(new RiskPolicy.Downtime(25, Duration.ofHours(5)));
    }

    @Test
    void refusesACalendarThatIsNeverOpen() throws IOException {
        edit(
                "sla.yaml",
                "  business:\n    tz: America/New_York\n",
                "  never: {tz: UTC, weekly: {}}\n  business:\n    tz: America/New_York\n");
        assertThat(problems()).containsExactly("sla.yaml: calendars.never: is never open");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
"""
risk.yaml | moreThan: 5 | moreThen: 5 | risk.yaml: factors.many-tickets.moreThan: is missing
customer.yaml | answersNeeded: 3 | answersNeeded: 0 | customer.yaml: csat.answersNeeded: must be a whole number from 1 to 1000, but is 0
customer.yaml | answersNeeded: 3 | answersNeeded: 2.5 | customer.yaml: csat.answersNeeded: must be a whole number from 1 to 1000, but is 2.5
customer.yaml | answersNeeded: 3 | answersNeeded: three | customer.yaml: csat.answersNeeded: must be a whole number from 1 to 1000, but is "three"
customer.yaml | answersNeeded: 3 | answersNeeded: 3000000000 | customer.yaml: csat.answersNeeded: must be a whole number from 1 to 1000, but is 3000000000
customer.yaml | answersNeeded: 3 | answersNeeded: ~ | customer.yaml: csat.answersNeeded: is missing
customer.yaml | telemetry: true | telemetry: maybe | customer.yaml: usage.telemetry: must be true or false, but is "maybe"
customer.yaml | settles: PT6H | settles: 6 hours | customer.yaml: usage.settles: must be an ISO-8601 duration from PT0S to PT48H such as P30D or PT6H, but is "6 hours"
customer.yaml | settles: PT6H | settles: PT49H | customer.yaml: usage.settles: must be an ISO-8601 duration from PT0S to PT48H such as P30D or PT6H, but is "PT49H"
customer.yaml | settles: PT6H | settles: PT0.0001S | customer.yaml: usage.settles: must be a whole number of milliseconds, but is "PT0.0001S"
customer.yaml | duplicateMemory: P30D | duplicateMemory: P1M | customer.yaml: duplicateMemory: must be an ISO-8601 duration from PT1H to PT17544H such as P30D or PT6H, but is "P1M"
customer.yaml | version: "1" | version: 1 | customer.yaml: version: must be a text in quotes, but is 1
customer.yaml | knownAfterDays: 14 | knownAfterDays: 6 | customer.yaml: adoption.knownAfterDays: must be at least days (7), but is 6
customer.yaml | daysKept: 64 | daysKept: 56 | customer.yaml: usage.daysKept: must be more than twice activityDays (28), but is 56
customer.yaml | days: 7  | days: 64 | customer.yaml: adoption.days: must be less than usage.daysKept (64), but is 64
customer.yaml | days: 7  | days: 15 | customer.yaml: adoption.knownAfterDays: must be at least days (15), but is 14
customer.yaml | activityDays: 28 | activityDays: 181 | customer.yaml: usage.activityDays: must be a whole number from 1 to 180, but is 181
customer.yaml | featureCatalogue: 0 | featureCatalogue: 2001 | customer.yaml: usage.featureCatalogue: must be a whole number from 0 to 2000, but is 2001
customer.yaml | contentVolume: 0 | contentVolume: -1 | customer.yaml: usage.contentVolume: must be a whole number from 0 to 2147483647, but is -1
customer.yaml | enterpriseFrom: 100000 | enterpriseFrom: 25000 | customer.yaml: tiers.enterpriseFrom: must be more than midMarketFrom (25000) or the tiers overlap, but is 25000
customer.yaml | midMarketFrom: 25000 | midMarketFrom: -1 | customer.yaml: tiers.midMarketFrom: must be a number from 0 to 1000000000000000, but is -1
customer.yaml | STARTER: P365D | STATER: P365D | customer.yaml: reviews.cadence.STARTER: is missing
customer.yaml | seats: P90D | seats: PT1H | customer.yaml: growth.seats: must be an ISO-8601 duration from PT24H to PT17544H such as P30D or PT6H, but is "PT1H"
health.yaml | profile: standard | profile: six | health.yaml: profile: names no profile: "six"; there are [standard, five]
health.yaml | usage: 25 | usage: 26 | health.yaml: profiles.standard: the weights must add up to 100, but add up to 101
health.yaml | usage: 20 | usage: 19 | health.yaml: profiles.five: the weights must add up to 100, but add up to 99
health.yaml | usage: 25 | usage: 101 | health.yaml: profiles.standard.usage: must be a whole number from 0 to 100, but is 101
health.yaml | usage: 25 | usages: 25 | health.yaml: profiles.standard.usage: is missing
health.yaml | greenFrom: 80 | greenFrom: 50 | health.yaml: zones.greenFrom: must be more than yellowFrom (50) or the zones overlap, but is 50
health.yaml | provisionalBelow: 0.5 | provisionalBelow: 1.1 | health.yaml: provisionalBelow: must be a number from 0 to 1, but is 1.1
health.yaml | [0, 3, 5, 7, 9, 10] | [0, 3, 5, 5, 9, 10] | health.yaml: scores: the anchors must rise, but 5 follows 5
health.yaml | [0, 3, 5, 7, 9, 10] | [0, 3, 5, 7, 9, 11] | health.yaml: scores[5]: must be a number from 0 to 10, but is 11
health.yaml | [0, 4, 8, 12, 20, 28] | [0, 4, 8, 12, 20] | health.yaml: components.usage.activeDays28: must have as many anchors as there are scores (6), but has 5
health.yaml | [0, 4, 8, 12, 20, 28] | [0, 4, 8, 7, 20, 28] | health.yaml: components.usage.activeDays28: the anchors must rise, but 7 follows 8
health.yaml | [0, 4, 8, 12, 20, 28] | [0, 4, 8, eight, 20, 28] | health.yaml: components.usage.activeDays28[3]: must be a number from -1000000000 to 1000000000, but is "eight"
health.yaml | [0, 4, 8, 12, 20, 28] | many | health.yaml: components.usage.activeDays28: must be a list of numbers, but is "many"
customer.yaml | daysKept: 64 | daysKept: 6 | customer.yaml: usage.daysKept: must be a whole number from 7 to 366, but is 6
risk.yaml | orangeAbove: 40 | orangeAbove: 20 | risk.yaml: bands.orangeAbove: must be more than yellowAbove (20) or the bands overlap, but is 20
risk.yaml | redAbove: 60 | redAbove: 39 | risk.yaml: bands.redAbove: must be more than orangeAbove (40) or the bands overlap, but is 39
risk.yaml | orangeAbove: 40 | orangeAbove: forty | risk.yaml: bands.orangeAbove: must be a whole number from 0 to 1000, but is "forty"
risk.yaml | below: 30 | below: 10 | risk.yaml: factors.low-adoption.steps[1].below: must be more than in the row before, but is 10
risk.yaml | below: 30 | below: 101 | risk.yaml: factors.low-adoption.steps[1].below: must be a whole number from 1 to 100, but is 101
risk.yaml | points: -15 | points: 15 | risk.yaml: factors.multi-year.points: must be a whole number from -1000 to -1, but is 15
risk.yaml | points: -5 | points: 0 | risk.yaml: factors.sponsor-engaged.points: must be a whole number from -1000 to -1, but is 0
risk.yaml | points: 30 | points: -30 | risk.yaml: factors.contract-disputed.points: must be a whole number from 1 to 1000, but is -30
risk.yaml | moreThan: 25 | moreThan: -0.5 | risk.yaml: factors.price-increase.moreThan: must be a number from 0 to 1000000, but is -0.5
risk.yaml | upTo: 50 | upTo: 29 | risk.yaml: factors.low-nps.passives.upTo: must be at least detractors.below (30), but is 29
risk.yaml | ratingBelow: 9 | ratingBelow: 6 | risk.yaml: factors.low-nps.passives.ratingBelow: must be at least detractors.ratingBelow (7), but is 6
risk.yaml | days: 30 | days: 366 | risk.yaml: factors.no-usage.days: must be a whole number from 1 to 365, but is 366
risk.yaml | pushes: 2 | pushes: 21 | risk.yaml: factors.implementation-delayed.pushes: must be a whole number from 1 to 20, but is 21
sla.yaml | PT2H business, outside | PT2H office, outside | sla.yaml: contract.ENTERPRISE.firstResponse.P1.inside: names no calendar of this policy: "office"; there are [always, business, extended]
sla.yaml | openedIn: business, inside: PT1H | openedIn: office, inside: PT1H | sla.yaml: contract.MID_MARKET.firstResponse.P0.openedIn: names no calendar of this policy: "office"; there are [always, business, extended]
sla.yaml | P2: PT4H business | P2: 4 hours | sla.yaml: contract.ENTERPRISE.firstResponse.P2: must be an amount of time such as PT4H business or 5 business days, but is "4 hours"
sla.yaml | P2: PT4H business | P2: soon | sla.yaml: contract.ENTERPRISE.firstResponse.P2: must be an amount of time such as PT4H business or 5 business days, but is "soon"
sla.yaml | P2: PT4H business | P2: PT0S business | sla.yaml: contract.ENTERPRISE.firstResponse.P2: must be an amount of time such as PT4H business or 5 business days, but is "PT0S business"
sla.yaml | P2: PT4H business | P2: PT12000H business | sla.yaml: contract.ENTERPRISE.firstResponse.P2: can take more than 5 years: "PT12000H business"
sla.yaml | P2: PT4H business | P4: PT4H business | sla.yaml: contract.ENTERPRISE.firstResponse.P4: is not a severity; known are P0, P1, P2, P3
sla.yaml | P3: 5 business days} | P3: 5 always days} | sla.yaml: contract.ENTERPRISE.resolution.P3: counts days of always, but days.always is missing
sla.yaml | business: PT9H | business: PT25H | sla.yaml: days.business: must be an ISO-8601 duration from PT1M to PT24H such as P30D or PT6H, but is "PT25H"
sla.yaml | business: PT9H | office: PT9H | sla.yaml: days.office: is not a calendar of this policy; known are always, business, extended
sla.yaml | workaround: {P0: PT4H always} | workarounds: {P0: PT4H always} | sla.yaml: contract.ENTERPRISE.workaround: is missing
sla.yaml | tz: America/New_York | tz: America/Gotham | sla.yaml: calendars.always.tz: is no time zone such as Europe/Berlin: "America/Gotham"
sla.yaml | ENTERPRISE: [50] | ENTERPRISE: [50, 50] | sla.yaml: warnings.ENTERPRISE: must be a list of rising whole numbers from 1 to 99, but is [50,50]
sla.yaml | ENTERPRISE: [50] | ENTERPRISE: [100] | sla.yaml: warnings.ENTERPRISE: must be a list of rising whole numbers from 1 to 99, but is [100]
sla.yaml | ENTERPRISE: [50] | ENTERPRISE: 50 | sla.yaml: warnings.ENTERPRISE: must be a list of rising whole numbers from 1 to 99, but is 50
sla.yaml | TECHNICAL: | TECHNICS: | sla.yaml: internal.groups.TECHNICS: is not a group; known are TECHNICAL, IMPLEMENTATION, BILLING, ESCALATION
sla.yaml | response: 5, | response: 101, | sla.yaml: credits.ENTERPRISE.response: must be a number from 0 to 100, but is 101
sla.yaml | every: QUARTER | every: YEAR | sla.yaml: reports.STARTER.every: must be one of MONTH, QUARTER, but is "YEAR"
sla.yaml | inMonth: 2 | inMonth: 1 | sla.yaml: repeated.inMonth: must be a whole number from 2 to 1000, but is 1
sla.yaml | closed: P100D | closed: PT1H | sla.yaml: keep.closed: must be an ISO-8601 duration from PT24H to PT17544H such as P30D or PT6H, but is "PT1H"
sla.yaml | reportingZone: America/New_York | reportingZone: here | sla.yaml: reportingZone: must be a time zone such as America/New_York, but is "here"
sla.yaml | pauseFirstResponse: false | pauseFirstResponse: no way | sla.yaml: pauseFirstResponse: must be true or false, but is "no way"
sla.yaml | maintenanceNotice: P7D | maintenanceNotice: 7 | sla.yaml: maintenanceNotice: must be an ISO-8601 duration from PT0S to PT17544H such as P30D or PT6H, but is 7
flags.yaml | times: 3 | times: 0 | flags.yaml: flags.repeated-poor-csat.times: must be a whole number from 1 to 100, but is 0
flags.yaml | times: 3 | times: 101 | flags.yaml: flags.repeated-poor-csat.times: must be a whole number from 1 to 100, but is 101
flags.yaml | below: 2 | below: 6 | flags.yaml: flags.repeated-poor-csat.below: must be a whole number from 1 to 5, but is 6
flags.yaml | within: P90D | within: P90M | flags.yaml: flags.repeated-poor-csat.within: must be an ISO-8601 duration from PT1H to PT17544H such as P30D or PT6H, but is "P90M"
flags.yaml | moreThan: 20 | moreThan: 201 | flags.yaml: flags.nps-drop.moreThan: must be a whole number from 0 to 200, but is 201
flags.yaml | color: RED | color: PINK | flags.yaml: flags.sponsor-left.color: is not a color: "PINK"; there are [RED, YELLOW, GREEN]
flags.yaml | color: RED | colour: RED | flags.yaml: flags.sponsor-left.color: is missing
flags.yaml | RED: PT24H | RED: PT0S | flags.yaml: dueWithin.RED: must be an ISO-8601 duration from PT1H to PT17544H such as P30D or PT6H, but is "PT0S"
flags.yaml | YELLOW: P7D | GREEN: P7D | flags.yaml: dueWithin.YELLOW: is missing
flags.yaml | YELLOW: P7D | GREEN: P7D | flags.yaml: dueWithin.GREEN: is not a key of this policy; known here: RED, YELLOW
flags.yaml | continuesWithin: PT24H | continueWithin: PT24H | flags.yaml: continuesWithin: is missing
flags.yaml | advocate: | advocates: | flags.yaml: flags.advocate: is missing
flags.yaml | below: 10 | below: 51 | flags.yaml: flags.not-used.below: must be at most the highest bound of low-adoption in risk.yaml (50), but is 51
flags.yaml | days: 30 | days: 32 | flags.yaml: flags.adoption-growing.days: must be less than half of usage.daysKept in customer.yaml (64), but is 32
flags.yaml | above: 4 | above: 0 | flags.yaml: flags.high-csat.above: must be a whole number from 1 to 5, but is 0
risk.yaml | months: 24 | months: 0 | risk.yaml: factors.multi-year.months: must be a whole number from 1 to 1200, but is 0
risk.yaml | after: P15D | after: P800D | risk.yaml: factors.no-review.after: must be an ISO-8601 duration from PT0S to PT17544H such as P30D or PT6H, but is "P800D"
risk.yaml | CHAMPION | CAPTAIN | risk.yaml: factors.stakeholder-departed.points.CAPTAIN: is not a role; known are [EXECUTIVE_SPONSOR, TECHNICAL_LEAD, FINANCE_LEAD, CHAMPION, OTHER]
""")
    void refusesAValueWithItsPathAndTheReason(
            String document, String text, String replacement, String problem) {
        edit(document, text, replacement);
        assertThat(problems()).contains(problem);
    }

    @Test
    void refusesAMetricAndAComponentNobodyKnows() {
        edit("health.yaml", "activeDays28:", "activeDays:");
        edit("health.yaml", "  engagement:\n", "  engagements:\n");
        assertThat(problems())
                .anyMatch(
                        problem ->
                                problem.startsWith(
                                        "health.yaml: components.usage.activeDays: is not a"
                                                + " metric; known are dauPercent, activeDays28,"))
                .contains("health.yaml: components.engagement: is missing")
                .anyMatch(
                        problem ->
                                problem.startsWith(
                                        "health.yaml: components.engagements: is not a key"));
    }

    @Test
    void saysOneWrongValueOnce() {
        edit("risk.yaml", "orangeAbove: 40", "orangeAbove: forty");
        assertThat(problems()).hasSize(1);
    }

    @Test
    void doesNotCompareWithAValueThatIsMissing() {
        edit("risk.yaml", "  yellowAbove: 20\n", "");
        edit("customer.yaml", "  days: 7  ", "  # ");
        assertThat(problems())
                .containsExactly(
                        "customer.yaml: adoption.days: is missing",
                        "risk.yaml: bands.yellowAbove: is missing");
    }

    @Test
    void refusesAKeyNobodyKnows() {
        edit("customer.yaml", "telemetry: true", "telemetry: true\n  telemtry: false");
        assertThat(problems())
                .containsExactly(
                        "customer.yaml: usage.telemtry: is not a key of this policy; known here:"
                                + " activityDays, contentVolume, daysKept, featureCatalogue, settles,"
                                + " telemetry");
    }

    @Test
    void refusesAKeyNobodyKnowsInAListToo() {
        edit("risk.yaml", "{below: 10, points: 20}", "{below: 10, points: 20, above: 0}");
        assertThat(problems())
                .containsExactly(
                        "risk.yaml: factors.low-adoption.steps[0].above: is not a key of this"
                                + " policy; known here: below, points");
    }

    @Test
    void refusesAFactorNobodyKnows() {
        edit("risk.yaml", "  budget-cut:\n", "  budget-cuts:\n");
        assertThat(problems())
                .containsExactly(
                        "risk.yaml: factors.budget-cuts: is not a risk factor; known are "
                                + Arrays.stream(RiskFactor.values())
                                        .map(RiskFactor::id)
                                        .collect(Collectors.joining(", ")),
                        "risk.yaml: factors.budget-cut: is missing");
    }

    @Test
    void refusesAValueWhereAMappingBelongs() throws IOException {
        edit("risk.yaml", "  budget-cut:\n    points: 15\n    lasts: P180D", "  budget-cut: 15");
        assertThat(problems())
                .containsExactly(
                        "risk.yaml: factors.budget-cut: must be a mapping of keys to values, but"
                                + " is 15");
    }

    @Test
    void refusesAnEmptyList() {
        edit("risk.yaml", "      - {below: 10, points: 20}\n", "");
        edit("risk.yaml", "      - {below: 30, points: 10}\n", "");
        edit("risk.yaml", "    steps:\n      - {below: 50, points: 5}\n", "    steps: []\n");
        assertThat(problems())
                .containsExactly(
                        "risk.yaml: factors.low-adoption.steps: must be a list with at least one"
                                + " row, but is []");
    }

    @Test
    void refusesWhatIsNotYaml() {
        edit("risk.yaml", "  yellowAbove: 20", "  yellowAbove: [20");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("risk.yaml: is not YAML: line 6: ");
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        edit("risk.yaml", "  yellowAbove: 20", "  yellowAbove: 20\n  yellowAbove: 30");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("risk.yaml: is not YAML: line 6: ")
                .containsIgnoringCase("duplicate")
                .contains("yellowAbove");
    }

    @Test
    void refusesAnEmptyDocument() throws IOException {
        write("risk.yaml", "# nothing yet\n");
        assertThat(problems()).containsExactly("risk.yaml: must be a mapping of keys to values");
    }

    @Test
    void refusesAListForADocument() throws IOException {
        write("risk.yaml", "- bands\n- factors\n");
        assertThat(problems()).containsExactly("risk.yaml: must be a mapping of keys to values");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(
                folder.resolve("risk.yaml"),
                "version: \"é\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).containsExactly("risk.yaml: is not text in UTF-8");
    }

    @Test
    void refusesAMissingDocument() throws IOException {
        Files.delete(folder.resolve("customer.yaml"));
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("customer.yaml: is missing; copy it from the project's config");
    }

    @Test
    void findsEveryProblemOfEveryDocumentAtOnce() {
        edit("customer.yaml", "answersNeeded: 3", "answersNeeded: 0");
        edit("risk.yaml", "lasts: P90D", "lasts: soon");
        edit("risk.yaml", "moreThan: 5\n", "moreThan: -1\n");
        assertThat(problems())
                .extracting(problem -> problem.split(": ")[0] + " " + problem.split(": ")[1])
                .containsExactlyInAnyOrder(
                        "customer.yaml csat.answersNeeded",
                        "risk.yaml factors.contract-ending.lasts",
                        "risk.yaml factors.many-tickets.moreThan");
    }

    @Test
    void listsTheProblemsDocumentByDocument() throws IOException {
        edit("customer.yaml", "answersNeeded: 3", "answersNeded: 3");
        write("risk.yaml", "- nothing\n");
        assertThat(problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("customer.yaml", "customer.yaml", "risk.yaml");
    }

    @Test
    void theMessageHoldsEveryProblemOnALineOfItsOwn() {
        edit("customer.yaml", "answersNeeded: 3", "answersNeeded: 0");
        edit("risk.yaml", "lasts: P90D", "lasts: soon");
        assertThat(
                        catchThrowableOfType(
                                InvalidPolicyException.class, () -> PolicyReader.read(folder)))
                .message()
                .hasLineCount(2)
                .contains(folder.resolve("customer.yaml") + ": csat.answersNeeded: ");
    }

    @Test
    void theVersionBeginsWithTheDeclaredOne() {
        assertThat(version()).matches("1-[0-9a-f]{8}");
        edit("risk.yaml", "version: \"1\"", "version: \"2026-03\"");
        assertThat(version()).matches("1\\.2026-03(\\.1)+-[0-9a-f]{8}");
    }

    @Test
    void theVersionChangesWithAnyValue() {
        String before = version();
        edit("risk.yaml", "points: 15", "points: 16");
        assertThat(version()).isNotEqualTo(before);
    }

    @Test
    void theVersionDoesNotChangeWithCommentsLayoutAndOrder() {
        String before = version();
        edit("risk.yaml", "# Churn-risk points", "# Points of churn risk");
        edit("risk.yaml", "{below: 10, points: 20}", "{points: 20,   below: 10}");
        edit(
                "customer.yaml",
                "  window: P90D\n  answersNeeded: 3",
                "  answersNeeded: 3\n  window: P90D");
        assertThat(version()).isEqualTo(before);
    }
}
