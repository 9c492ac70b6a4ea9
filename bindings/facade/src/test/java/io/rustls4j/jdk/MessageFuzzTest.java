package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rustls4j.fuzz.Mutants;
import io.rustls4j.wire.HelloBytes;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a peer sends is read or refused, and nothing else comes of it. */
class MessageFuzzTest {
    private static final byte[] SERVER_HELLO =
            HelloBytes.handshake(
                    2,
                    HelloBytes.bytes(3, 3),
                    new byte[32],
                    HelloBytes.vector8(new byte[32]),
                    HelloBytes.bytes(0x13, 1, 0),
                    HelloBytes.vector16(
                            HelloBytes.bytes(0, 43),
                            HelloBytes.vector16(HelloBytes.bytes(3, 4)),
                            HelloBytes.bytes(0, 51),
                            HelloBytes.vector16(HelloBytes.bytes(0, 0x1d, 0, 1, 9))));

    private static final byte[] TLS12_SERVER_HELLO =
            HelloBytes.handshake(
                    2,
                    HelloBytes.bytes(3, 3),
                    new byte[32],
                    HelloBytes.vector8(),
                    HelloBytes.bytes(0xc0, 0x2b, 0));

    static Stream<byte[]> hellos() {
        return Mutants.of(HelloBytes.full(), new HelloBytes().message());
    }

    @MethodSource("hellos")
    @FuzzTest
    void aClientHello(byte[] message) {
        try {
            ParsedHello parsed = ClientHelloParser.parse(message);
            assertThat(parsed.hello().cipherSuites()).isNotEmpty();
            assertThat(parsed.hello().alpnProtocols()).doesNotContain("");
            parsed.hello().serverName().ifPresent(name -> assertThat(name).isLowerCase());
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageMatching(".+");
        }
    }

    static Stream<byte[]> clientRecords() {
        return Mutants.of(
                HelloBytes.record(22, HelloBytes.full()),
                HelloBytes.concat(
                        HelloBytes.record(22, HelloBytes.bytes(1, 0)),
                        HelloBytes.record(22, HelloBytes.bytes(0, 9))),
                HelloBytes.record(21, HelloBytes.bytes(2, 40)));
    }

    /** Records are the same however the stream is cut, and so is what comes of them. */
    @MethodSource("clientRecords")
    @FuzzTest
    void aStreamOfRecords(byte[] stream) {
        List<String> whole = collect(stream, stream.length);

        assertThat(collect(stream, 1)).isEqualTo(whole);
        assertThat(collect(stream, 7)).isEqualTo(whole);
    }

    private static List<String> collect(byte[] stream, int step) {
        List<String> seen = new ArrayList<>();
        RecordAssembler assembler = new RecordAssembler();
        HelloCollector collector = new HelloCollector();
        ByteBuffer from = ByteBuffer.wrap(stream);
        boolean open = true;
        while (open && from.hasRemaining()) {
            from.limit(Math.min(stream.length, from.position() + step));
            RecordAssembler.State state = assembler.fill(from);
            from.limit(stream.length);
            if (state == RecordAssembler.State.COMPLETE) {
                HelloCollector.Result result = collector.add(assembler.record());
                seen.add(String.valueOf(result.getClass()));
                open = result instanceof HelloCollector.Result.Partial;
                assembler.next();
            } else if (state != RecordAssembler.State.PARTIAL) {
                seen.add(state.toString());
                open = false;
            }
        }
        return seen;
    }

    static Stream<byte[]> serverFlights() {
        return Mutants.of(
                HelloBytes.record(22, SERVER_HELLO),
                HelloBytes.record(
                        22,
                        TLS12_SERVER_HELLO,
                        HelloBytes.handshake(11, new byte[3]),
                        HelloBytes.handshake(12, HelloBytes.bytes(3, 0, 0x1d, 1, 9))),
                HelloBytes.concat(
                        HelloBytes.record(22, TLS12_SERVER_HELLO),
                        HelloBytes.record(20, HelloBytes.bytes(1))));
    }

    /** It only watches: what is wrong is for the JDK to refuse. */
    @MethodSource("serverFlights")
    @FuzzTest
    void aServersFlight(byte[] stream) {
        ServerFlightWatcher watcher = new ServerFlightWatcher();
        RecordAssembler assembler = new RecordAssembler();
        ByteBuffer from = ByteBuffer.wrap(stream);
        while (assembler.fill(from) == RecordAssembler.State.COMPLETE) {
            watcher.observe(assembler.record());
            assembler.next();
        }

        assertThat(watcher.group()).isNotNull();
    }
}
