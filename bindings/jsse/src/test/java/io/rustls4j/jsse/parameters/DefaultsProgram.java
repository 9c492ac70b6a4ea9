package io.rustls4j.jsse.parameters;

import io.rustls4j.Acceptor;
import io.rustls4j.ClientHello;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;

/**
 * Prints what SunJSSE makes of this JVM's properties, then what we make of them, each line with the
 * one's or the other's name before it. Only what both of them have is printed.
 */
final class DefaultsProgram {
    static final String ORACLE = "SunJSSE ";
    static final String OURS = "ours ";

    private DefaultsProgram() {}

    public static void main(String[] arguments) {
        for (ContextKind kind : ContextKind.values()) {
            for (boolean client : new boolean[] {true, false}) {
                String role = kind + (client ? " client" : " server");
                print(ORACLE + role, () -> enabled(SunJsse.engine(kind, client)));
                print(OURS + role, () -> enabled(ConnectionParameters.defaults(kind, client)));
            }
        }
        print(ORACLE + "supported", () -> supported(SunJsse.engine(ContextKind.TLSV1_3, true)));
        print(OURS + "supported", () -> List.of(Suites.supported()));
        print(ORACLE + "hello", DefaultsProgram::hello);
        print(OURS + "hello", DefaultsProgram::offer);
    }

    private static void print(String what, Callable<?> result) {
        String text;
        try {
            text = result.call().toString();
        } catch (Exception | LinkageError e) {
            text = "failure";
        }
        System.out.println(what + ": " + text);
    }

    private static List<Object> enabled(SSLEngine engine) {
        return List.of(
                keep(engine.getEnabledProtocols(), it -> Protocols.version(it).isPresent()),
                SunJsse.common(engine.getEnabledCipherSuites()),
                Optional.ofNullable(engine.getSSLParameters().getSignatureSchemes())
                        .map(Arrays::asList),
                explicitGroups(engine.getSSLParameters().getNamedGroups()));
    }

    private static List<Object> enabled(ConnectionParameters parameters) {
        return List.of(
                List.of(parameters.enabledProtocols()),
                List.of(parameters.enabledCipherSuites()),
                Optional.ofNullable(parameters.toSslParameters().getSignatureSchemes())
                        .map(Arrays::asList),
                explicitGroups(parameters.toSslParameters().getNamedGroups()));
    }

    /** The defaults of the two are different groups; a property makes them the same. */
    private static List<String> explicitGroups(String[] names) {
        return System.getProperty("jdk.tls.namedGroups") == null ? List.of() : List.of(names);
    }

    private static List<String> supported(SSLEngine engine) {
        return SunJsse.common(engine.getSupportedCipherSuites());
    }

    private static List<Object> hello() throws Exception {
        ByteBuffer record = ByteBuffer.allocate(32768);
        SunJsse.engine().wrap(ByteBuffer.allocate(0), record);
        try (Acceptor acceptor = Acceptor.create(EngineKind.RUSTLS)) {
            acceptor.read(record.flip());
            ClientHello hello = acceptor.accept().orElseThrow().clientHello();
            return List.of(
                    keep(hello.cipherSuites(), DefaultsProgram::isOurs),
                    keep(hello.namedGroups(), DefaultsProgram::isInBoth),
                    keep(hello.signatureSchemes(), DefaultsProgram::isRustlss));
        }
    }

    private static List<Object> offer() throws Exception {
        Offer offer = ConnectionParameters.defaults(ContextKind.TLS, true).offer();
        return List.of(
                offer.suites(),
                keep(offer.groups(), DefaultsProgram::isInBoth),
                keep(offer.schemes(), it -> signsHandshakes(it, offer)));
    }

    /** The JDK says apart what may sign certificates; rustls has one list, thus with PKCS #1. */
    private static boolean signsHandshakes(SignatureScheme scheme, Offer offer) {
        return offer.versions().contains(ProtocolVersion.TLSV1_2)
                || Schemes.toSign(scheme).orElseThrow().isForTls13();
    }

    private static boolean isRustlss(SignatureScheme scheme) {
        return Schemes.all().stream().anyMatch(it -> it.value().equals(scheme));
    }

    private static boolean isOurs(Object suite) {
        return Suites.named(suite.toString()).isPresent();
    }

    private static boolean isInBoth(Object group) {
        return Groups.named(group.toString()).filter(it -> it.parts().isEmpty()).isPresent();
    }

    private static List<String> keep(String[] names, Predicate<String> wanted) {
        return Arrays.stream(names).filter(wanted).toList();
    }

    private static <T> List<T> keep(List<T> values, Predicate<? super T> wanted) {
        return values.stream().filter(wanted).toList();
    }
}
