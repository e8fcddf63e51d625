package io.customerpulse.command.servicenow;

import static io.customerpulse.command.servicenow.LogLines.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.command.csv.RejectedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a log can be used. */
class IncidentLogReaderTest {

    @Test
    void countsLinesIncidentsAndCustomers() {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .update(1, "Closed", "01-03-2016 09:00")
                        .incident("INC2")
                        .update(0, "New", "01-03-2016 08:00")
                        .incident("INC3")
                        .caller("Caller 8")
                        .update(0, "New", "01-03-2016 08:00")
                        .read();

        assertThat(log.lines()).isEqualTo(4);
        assertThat(log.incidents()).isEqualTo(3);
        assertThat(log.customers()).isEqualTo(2);
        assertThat(log.rejected()).isEmpty();
    }

    @Test
    void readsColumnsByNameInAnyOrder() {
        ImportedLog log =
                LogLines.read(
                        """
                        priority,sys_updated_at,opened_at,vendor,caller_id,sys_mod_count,reopen_count,incident_state,number
                        4 - Low,01-03-2016 09:00,01-03-2016 08:00,?,Caller 7,0,0,New,INC1
                        """);

        assertThat(log.events()).hasSize(1);
        assertThat(log.rejected()).isEmpty();
    }

    @Test
    void readsTheTimesOfThePublishedLogToo() {
        ImportedLog log =
                log().openedAt("1/3/2016 8:00").update(0, "New", "01/03/2016 09:00").read();

        assertThat(log.events().get(0).time()).isEqualTo("2016-03-01T08:00:00Z");
    }

    @Test
    void skipsAByteOrderMarkAndEmptyLines() {
        ImportedLog log =
                LogLines.read(
                        "\uFEFFnumber,incident_state,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,priority\n"
                                + "\n"
                                + "INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 08:00,4 - Low\n");

        assertThat(log.lines()).isEqualTo(1);
        assertThat(log.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ?,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low         | number is unknown
                    INC1,-100,0,0,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low     | incident_state "-100" is no state
                    INC1,New,x,0,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low      | reopen_count "x" is no number from 0 to 9999
                    INC1,New,0,-1,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low     | sys_mod_count "-1" is no number from 0 to 9999
                    INC1,New,0,10000,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low  | sys_mod_count "10000" is no number from 0 to 9999
                    INC1,New,0,0,?,01-03-2016 08:00,01-03-2016 09:00,4 - Low             | caller_id is unknown
                    INC1,New,0,0,,01-03-2016 08:00,01-03-2016 09:00,4 - Low              | caller_id is unknown
                    INC1,New,0,0,Caller 7,31-02-2016 08:00,01-03-2016 09:00,4 - Low      | opened_at "31-02-2016 08:00" is no time like 29-02-2016 01:16
                    INC1,New,0,0,Caller 7,01-03-2016 08:00,?,4 - Low                     | sys_updated_at is unknown
                    INC1,New,0,0,Caller 7,01-03-2016 08:00,2016-03-01,4 - Low            | sys_updated_at "2016-03-01" is no time like 29-02-2016 01:16
                    INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 07:59,4 - Low      | updated at 2016-03-01T07:59:00Z, before the incident was opened at 2016-03-01T08:00:00Z
                    INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 09:00,9 - None     | priority "9 - None" is no priority
                    INC1,New,0,0,Caller 7,01-03-20                                       | has 6 values where the header names 8
                    """)
    void rejectsALineThatCannotBeUsedAndSaysWhy(String line, String reason) {
        ImportedLog log = log().raw(line).read();

        assertThat(log.events()).isEmpty();
        assertThat(log.rejected()).containsExactly(new RejectedLine(2, reason));
    }

    @Test
    void losesOnlyItsOwnLineToAStrayQuotationMark() {
        ImportedLog log =
                log().raw("\"INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 09:00,4 - Low")
                        .update(1, "New", "01-03-2016 09:00")
                        .read();

        assertThat(log.rejected()).extracting(RejectedLine::line).containsExactly(2L);
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void readsOnAfterARejectedLineOfTheSameIncident() {
        ImportedLog log =
                log().caller("?")
                        .update(0, "New", "01-03-2016 08:00")
                        .caller("Caller 7")
                        .update(1, "Active", "01-03-2016 09:00")
                        .read();

        assertThat(log.rejected()).hasSize(1);
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void refusesAFileWithoutTheLogsColumns() {
        assertThatThrownBy(() -> LogLines.read("number,caller_id,priority\nINC1,Caller 7,4 - Low"))
                .hasRootCauseInstanceOf(NotAnIncidentLogException.class)
                .rootCause()
                .hasMessageContaining(
                        "no column incident_state, sys_mod_count, reopen_count, opened_at,"
                                + " sys_updated_at");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> LogLines.read(""))
                .hasRootCauseInstanceOf(NotAnIncidentLogException.class)
                .rootCause()
                .hasMessage("it is empty");
    }
}
