package io.customerpulse.rules.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.risk.PublishedRisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** What is written is read, in few bytes. */
class CompactStateProperties {

    interface Writing {
        void to(CompactOutput out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new CompactOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static CompactInput reading(byte... bytes) {
        return new CompactInput(data(bytes));
    }

    private static DataInputStream data(byte... bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Property
    void anyNumber(@ForAll long number) throws IOException {
        assertThat(reading(bytes(out -> out.writeNumber(number))).readNumber()).isEqualTo(number);
    }

    @Property
    void anyCount(@ForAll @LongRange(max = Long.MAX_VALUE) long count) throws IOException {
        assertThat(reading(bytes(out -> out.writeCount(count))).readCount()).isEqualTo(count);
    }

    @Property
    void anyHash(@ForAll long hash) throws IOException {
        byte[] written = bytes(out -> out.writeHash(hash));
        assertThat(written).hasSize(8);
        assertThat(reading(written).readHash()).isEqualTo(hash);
    }

    @Property
    void anyInstantToTheMillisecond(@ForAll @LongRange(min = -1L << 48, max = 1L << 48) long millis)
            throws IOException {
        Instant instant = Instant.ofEpochMilli(millis);
        assertThat(reading(bytes(out -> out.writeInstant(instant))).readInstant())
                .isEqualTo(instant);
    }

    @Property
    void anyTexts(@ForAll List<String> texts) throws IOException {
        byte[] written = bytes(out -> out.writeAll(texts, CompactOutput::writeText));
        // A lone surrogate is no character and has no bytes of its own.
        List<String> expected =
                texts.stream()
                        .map(
                                text ->
                                        new String(
                                                text.getBytes(StandardCharsets.UTF_8),
                                                StandardCharsets.UTF_8))
                        .toList();
        assertThat(reading(written).readAll(CompactInput::readText)).isEqualTo(expected);
    }

    @Property
    void anyReferences(@ForAll List<@AlphaChars @StringLength(max = 4) String> references)
            throws IOException {
        byte[] written = bytes(out -> out.writeAll(references, CompactOutput::writeReference));
        assertThat(reading(written).readAll(CompactInput::readReference)).isEqualTo(references);
    }

    @Example
    void aReferenceTakesOnlyWhatDistinguishesItFromTheOneBefore() throws IOException {
        byte[] written =
                bytes(
                        out -> {
                            out.writeReference("/crm#é-100");
                            out.writeReference("/crm#ê-100");
                            out.writeReference("/crm#ê-101");
                        });
        CompactInput in = reading(written);
        assertThat(in.readReference()).isEqualTo("/crm#é-100");
        assertThat(in.readReference()).isEqualTo("/crm#ê-100");
        assertThat(in.readReference()).isEqualTo("/crm#ê-101");
        assertThat(written).hasSize(2 + 11 + 2 + 5 + 2 + 1);
    }

    @Example
    void aReferenceThatSharesMoreThanThereIsMeansDamage() {
        assertThatThrownBy(() -> reading((byte) 1, (byte) 0).readReference())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Property
    void anyOptional(@ForAll Optional<Boolean> value) throws IOException {
        byte[] written = bytes(out -> out.writeOptional(value, CompactOutput::writeBoolean));
        assertThat(reading(written).readOptional(CompactInput::readBoolean)).isEqualTo(value);
    }

    @Example
    void smallNumbersTakeOneByte() throws IOException {
        assertThat(bytes(out -> out.writeNumber(63))).hasSize(1);
        assertThat(bytes(out -> out.writeNumber(-64))).hasSize(1);
        assertThat(bytes(out -> out.writeNumber(64))).hasSize(2);
        assertThat(bytes(out -> out.writeCount(127))).hasSize(1);
        assertThat(bytes(out -> out.writeCount(128))).hasSize(2);
    }

    @Example
    void aCountIsNeverNegative() {
        assertThatThrownBy(() -> bytes(out -> out.writeCount(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Example
    void aNumberThatDoesNotEndIsDamage() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0x80);
        assertThatThrownBy(() -> reading(endless).readNumber())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Example
    void statesOfALaterFormatAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> CustomerRecord.read(data((byte) 9)))
                .hasMessageContaining("customer record of format 9")
                .hasMessageContaining("restore with the version that wrote it");
        assertThatThrownBy(() -> PublishedRisk.read(data((byte) 9)))
                .hasMessageContaining("published risk of format 9");
        assertThatThrownBy(() -> SharedCauses.read(data((byte) 9)))
                .hasMessageContaining("shared causes of format 9");
    }
}
