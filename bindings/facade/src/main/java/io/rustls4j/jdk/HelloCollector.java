package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.ProtocolErrorException.Kind;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.MalformedMessageException;
import java.util.Optional;

/** Puts together the client's hello that a server's handshake begins with. */
final class HelloCollector {
    private final MessageStream messages = new MessageStream();

    /** What a record came to. */
    sealed interface Result {
        /** More records are needed. */
        record Partial() implements Result {}

        /** The hello is complete. */
        record Complete(ParsedHello hello) implements Result {}

        /** This is no hello. */
        record Wrong(Refusal why) implements Result {}
    }

    Result add(byte[] record) {
        if (Records.type(record) != ContentType.HANDSHAKE) {
            return wrong(
                    Kind.INAPPROPRIATE_MESSAGE,
                    AlertDescription.UNEXPECTED_MESSAGE,
                    "a record of type " + Records.type(record) + " where a ClientHello belongs");
        }
        try {
            messages.add(record);
            Optional<byte[]> complete = messages.next();
            return complete.isEmpty() ? new Result.Partial() : read(complete.get());
        } catch (MalformedMessageException e) {
            return wrong(
                    Kind.INVALID_MESSAGE,
                    AlertDescription.DECODE_ERROR,
                    "the ClientHello is malformed: " + e.getMessage());
        }
    }

    private static Result read(byte[] complete) throws MalformedMessageException {
        return complete[0] == ClientHelloParser.CLIENT_HELLO
                ? new Result.Complete(ClientHelloParser.parse(complete))
                : wrong(
                        Kind.INAPPROPRIATE_MESSAGE,
                        AlertDescription.UNEXPECTED_MESSAGE,
                        "a handshake message of type "
                                + complete[0]
                                + " where a ClientHello belongs");
    }

    /** Bytes that are not TLS, or too large a record. */
    static Refusal refusalOf(RecordAssembler.State broken) {
        return broken == RecordAssembler.State.OVERSIZED
                ? new Refusal.Protocol(
                        Kind.OVERSIZED_RECORD,
                        AlertDescription.RECORD_OVERFLOW,
                        "a record that is larger than TLS allows",
                        null)
                : new Refusal.Protocol(
                        Kind.INVALID_MESSAGE,
                        AlertDescription.DECODE_ERROR,
                        "what was received is not TLS",
                        null);
    }

    private static Result wrong(Kind kind, AlertDescription alert, String message) {
        return new Result.Wrong(new Refusal.Protocol(kind, alert, message, null));
    }
}
