package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.PaymentFact;
import java.util.List;
import java.util.Optional;

/** What breaks now and then and is repaired: payments, integrations, data. */
final class OperationsHabit implements Habit {

    private static final List<String> INTEGRATIONS = List.of("crm", "erp", "sso", "warehouse");
    private static final double PER_DAY = 1 / 365.0;

    private final Profile profile;
    private final int goLiveDay;
    private final RandomStream random;
    private int invoices;
    private int issues;

    OperationsHabit(Profile profile, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.goLiveDay = goLiveDay;
        this.random = random;
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        if (random.chance((0.15 + 1.5 * (1 - mood.commitment())) * PER_DAY)) {
            failPayment(day, agenda);
        }
        if (day.index() < goLiveDay) {
            return;
        }
        // Good support repairs before it counts; bad support takes days.
        double pace = 1 + 6 * (1 - mood.support());
        if (random.chance(0.8 * PER_DAY * profile.integrations() / 3)) {
            breakIntegration(day, pace, agenda);
        }
        if (random.chance(0.5 * PER_DAY)) {
            findDataIssue(day, pace, agenda);
        }
    }

    private void failPayment(Day day, Agenda agenda) {
        Optional<String> invoice = Optional.of(Names.thing(profile.customer(), 'n', ++invoices));
        agenda.add(time(day), new PaymentFact.Failed(invoice));
        agenda.add(time(day.plus(random.between(1, 6))), new PaymentFact.Recovered(invoice));
    }

    private void breakIntegration(Day day, double pace, Agenda agenda) {
        String integration = random.pick(INTEGRATIONS);
        long failed = time(day);
        long took = (long) (pace * random.between(10 * Day.MINUTE, 9 * Day.HOUR));
        agenda.add(failed, new OperationFact.IntegrationFailed(integration));
        agenda.add(failed + took, new OperationFact.IntegrationRecovered(integration));
    }

    private void findDataIssue(Day day, double pace, Agenda agenda) {
        String issue = Names.thing(profile.customer(), 'd', ++issues);
        long found = time(day);
        long took = (long) (pace * random.between(3 * Day.HOUR, 100 * Day.HOUR));
        agenda.add(found, new OperationFact.DataQualityIssueOpened(issue));
        agenda.add(found + took, new OperationFact.DataQualityIssueResolved(issue));
    }

    private long time(Day day) {
        return profile.region().workingTime(day, random);
    }
}
