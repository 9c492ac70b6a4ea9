package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.wire.PlainAlert;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the hello itself and keeps the records that it came in, for the engine that is made later.
 */
final class JdkAcceptor implements AcceptorPeer {
    private static final byte[] NOTHING = {};

    private final RecordAssembler input = new RecordAssembler();
    private final HelloCollector collector = new HelloCollector();
    private final ByteQueue records = new ByteQueue();
    private @Nullable ParsedHello hello;
    private @Nullable TlsException failure;
    private byte[] pendingAlert = NOTHING;
    private boolean closed;

    @Override
    public void read(ByteBuffer ciphertext) {
        checkOpen();
        while (hello == null && failure == null && ciphertext.hasRemaining()) {
            RecordAssembler.State state = input.fill(ciphertext);
            if (state == RecordAssembler.State.COMPLETE) {
                take(input.record());
            } else if (state != RecordAssembler.State.PARTIAL) {
                refuse(HelloCollector.refusalOf(state));
            }
        }
        if (failure != null) {
            ciphertext.position(ciphertext.limit());
        }
    }

    @Override
    public Optional<ClientHello> accept() throws TlsException {
        checkOpen();
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(hello).map(ParsedHello::hello);
    }

    @Override
    public List<ProtocolVersion> offeredVersions() {
        ParsedHello parsed = hello;
        if (parsed == null) {
            throw new IllegalStateException("there is no hello yet");
        }
        return parsed.versions().stream()
                .map(ProtocolVersion::of)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public byte[] pendingAlert() {
        return pendingAlert.clone();
    }

    @Override
    public TlsConnection intoConnection(ServerPeer config) throws TlsException {
        checkOpen();
        if (hello == null || !(config instanceof JdkServerPeer server)) {
            throw new IllegalStateException(
                    "there is no hello yet, or the configuration is of another engine");
        }
        JdkConnection connection = server.accept();
        try {
            connection.unwrap(ByteBuffer.wrap(records.takeAll()), ByteBuffer.allocate(0));
            return connection;
        } catch (TlsException e) {
            pendingAlert = lastWordsOf(connection);
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        records.clear();
    }

    private void take(byte[] record) {
        records.add(record);
        AlertDescription alert = Records.plainFatalAlert(record);
        if (alert != null) {
            failure = new AlertReceivedException(alert);
            return;
        }
        switch (collector.add(record)) {
            case HelloCollector.Result.Partial _ -> {}
            case HelloCollector.Result.Complete complete -> hello = complete.hello();
            case HelloCollector.Result.Wrong wrong -> refuse(wrong.why());
        }
        input.next();
    }

    private void refuse(Refusal why) {
        failure = why.toException(why.alert());
        pendingAlert = PlainAlert.fatal(why.alert());
    }

    private static byte[] lastWordsOf(JdkConnection connection) throws TlsException {
        ByteQueue words = new ByteQueue();
        while (connection.wantsWrite()) {
            ByteBuffer some = ByteBuffer.allocate(Records.HEADER + Records.MAX_FRAGMENT);
            connection.wrap(ByteBuffer.allocate(0), some);
            words.add(some.flip());
        }
        return words.takeAll();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this Acceptor is closed");
        }
    }
}
