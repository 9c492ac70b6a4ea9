package io.rustls4j.rustls;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What native code tells about an accepted hello, all at once. */
record AcceptedHello(ClientHello hello, List<ProtocolVersion> versions) {
    private static final SeenNumbers<SignatureScheme> SCHEMES =
            new SeenNumbers<>() {
                @Override
                SignatureScheme make(int number) {
                    return new SignatureScheme(number);
                }
            };
    private static final SeenNumbers<CipherSuite> SUITES =
            new SeenNumbers<>() {
                @Override
                CipherSuite make(int number) {
                    return new CipherSuite(number);
                }
            };
    private static final SeenNumbers<NamedGroup> GROUPS =
            new SeenNumbers<>() {
                @Override
                NamedGroup make(int number) {
                    return new NamedGroup(number);
                }
            };

    /** Reads what {@code rustls4j_acceptor_hello} writes. */
    static AcceptedHello read(byte[] encoded) {
        try {
            return read(new WireReader(encoded));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("native code tells a hello that is malformed", e);
        }
    }

    private static AcceptedHello read(WireReader from) throws MalformedMessageException {
        byte[] name = from.vector16().rest();
        List<SignatureScheme> schemes = SCHEMES.list(from.vector16());
        List<CipherSuite> suites = SUITES.list(from.vector16());
        List<NamedGroup> groups = GROUPS.list(from.vector16());
        List<ProtocolVersion> versions = new ArrayList<>(2);
        for (WireReader list = from.vector16(); list.hasRemaining(); ) {
            Optional<ProtocolVersion> version = ProtocolVersion.of(list.u16());
            if (version.isPresent()) {
                versions.add(version.get());
            }
        }
        List<String> protocols = new ArrayList<>();
        for (WireReader list = from.vector16(); list.hasRemaining(); ) {
            protocols.add(AlpnNames.name(list.vector8().rest()));
        }
        List<byte[]> authorities = new ArrayList<>();
        for (WireReader list = from.vector16(); list.hasRemaining(); ) {
            authorities.add(list.vector16().rest());
        }
        return new AcceptedHello(
                new ClientHello(
                        name.length == 0 ? Optional.empty() : Optional.of(NativeData.utf8(name)),
                        schemes,
                        suites,
                        groups,
                        protocols,
                        authorities),
                List.copyOf(versions));
    }
}
