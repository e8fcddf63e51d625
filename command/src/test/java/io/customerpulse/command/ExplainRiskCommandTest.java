package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse explain-risk}: a customer's points and the events behind them. */
class ExplainRiskCommandTest {

    @TempDir private Path directory;
    private Path events;

    @BeforeEach
    void writeTheStory() {
        events = Story.in(directory);
    }

    @Test
    void showsEachFactorWithItsPointsItsWordsAndItsEvents() {
        CommandRun explained = explain("acme");

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out())
                .startsWith("acme at 2026-01-27T12:00:00Z: 85 points, RED\n")
                .contains(
                        """

                          +30  stakeholder-departed since 2026-01-12T09:00:00Z: a key person left and has no successor
                                 2026-01-12T09:00:00Z  stakeholder.departed  /crm#2  {"role":"EXECUTIVE_SPONSOR"}
                        """);
    }

    @Test
    void thePointsShownAddUpToTheirSum() {
        int sum =
                explain("acme")
                        .out()
                        .lines()
                        .filter(line -> line.matches(" +[+-]\\d+  .*"))
                        .mapToInt(line -> Integer.parseInt(line.strip().split(" ")[0]))
                        .sum();

        assertThat(sum).isEqualTo(85);
    }

    @Test
    void namesWhatIsNotKnown() {
        assertThat(explain("acme").out())
                .contains("Not known, so not counted:", "csatMean", "dauPercent")
                .doesNotContain("daysToRenewal");
    }

    @Test
    void looksAtTheInstantAskedFor() {
        assertThat(explain("acme", "--at", "2026-01-20T08:00:00Z").out())
                .startsWith("acme at 2026-01-20T08:00:00Z: 60 points, ORANGE\n");
    }

    @Test
    void doesNotKnowWhatComesAMomentLater() {
        assertThat(explain("acme", "--at", "2026-01-20T07:59:59.999Z").out())
                .startsWith("acme at 2026-01-20T07:59:59.999Z: 45 points, ORANGE\n");
    }

    @Test
    void looksBeyondTheLastEvent() {
        assertThat(explain("acme", "--at", "2026-04-01T00:00:00Z").out())
                .contains("renewal-past-due since 2026-04-01T00:00:00Z");
    }

    @Test
    void countsAnIncidentThatNamesNobodyForEveryCustomer() {
        assertThat(explain("globex").out())
                .contains(
                        ": 25 points, YELLOW",
                        "+25  downtime since 2026-01-26T11:00:00Z",
                        "incident.opened  /status#6");
    }

    @Test
    void knowsACustomerThatOnlyAnIncidentNames() {
        assertThat(explain("initech").out())
                .startsWith("initech at 2026-01-27T12:00:00Z: 25 points, YELLOW\n")
                .contains("incident.opened  /status#8");
    }

    @Test
    void showsUsageByItsDays() {
        StringBuilder usage =
                new StringBuilder(
                        """
                        {"specversion":"1.0","id":"u","source":"/crm","type":"customer.updated","subject":"hooli","time":"2026-03-01T00:00:00Z","data":{"licensedUsers":100,"goLiveDate":"2026-03-01"}}
                        """);
        for (int day = 1; day <= 15; day++) {
            usage.append(
                    """
                    {"specversion":"1.0","id":"d%1$02d","source":"/usage","type":"usage.recorded","subject":"hooli","time":"2026-03-%1$02dT23:00:00Z","data":{"day":"2026-03-%1$02d","activeUsers":20}}
                    """
                            .formatted(day));
        }
        Story.write(events, usage.toString());

        assertThat(explain("hooli", "--at", "2026-03-16T12:00:00Z").out())
                .contains(
                        "+10  low-adoption since 2026-03-15T06:00:00Z:"
                                + " fewer than 30 % of the seats are used a day",
                        "         usage of 2026-03-15\n");
    }

    @Test
    void saysThatACustomerHasChurned() {
        Story.write(
                events,
                Story.EVENTS
                        + """
                        {"specversion":"1.0","id":"end","source":"/crm","type":"contract.terminated","subject":"acme","time":"2026-01-28T00:00:00Z"}
                        """);

        assertThat(explain("acme").out())
                .isEqualTo("acme at 2026-01-28T00:00:00Z: 0 points, GREEN, churned\n");
    }

    @Test
    void refusesACustomerNothingIsKnownOf() {
        CommandRun explained = explain("nobody");

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.out()).isEmpty();
        assertThat(explained.err())
                .contains(
                        "pulse: Nothing is known of the customer nobody at 2026-01-27T12:00:00Z.");
    }

    @Test
    void refusesACustomerThatDidNotExistYet() {
        assertThat(explain("globex", "--at", "2026-01-23T15:29:59.999Z").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesACustomerThatWasErased() {
        Story.write(
                events,
                Story.EVENTS
                        + """
                        {"specversion":"1.0","id":"gdpr","source":"/crm","type":"customer.erased","subject":"acme","time":"2026-01-28T00:00:00Z"}
                        """);

        assertThat(explain("acme").exitCode()).isEqualTo(2);
    }

    @Test
    void saysHowManyLinesCouldNotBeUsed() {
        assertThat(explain("globex").err())
                .isEqualTo("1 line is no event and does not count; a replay says why.\n");
    }

    @Test
    void saysNothingOfLinesWhenAllCouldBeUsed() {
        Story.write(events, Story.EVENTS.lines().findFirst().orElseThrow());

        assertThat(explain("acme").err()).isEmpty();
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        CommandRun explained =
                CommandRun.of("explain-risk", "--input", "nowhere", "--customer", "acme");

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.err()).startsWith("pulse: There is nothing at nowhere.");
    }

    @Test
    void refusesAnInvalidConfiguration() {
        CommandRun explained =
                CommandRun.exactly(
                        "explain-risk",
                        "--input",
                        events.toString(),
                        "--customer",
                        "acme",
                        "--config",
                        directory.toString());

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.err()).startsWith("pulse: the configuration is invalid:");
    }

    private CommandRun explain(String customer, String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("explain-risk", "--input", "" + events, "--customer", customer));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
