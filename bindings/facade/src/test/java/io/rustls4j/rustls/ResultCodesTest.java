package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.AlertDescription;
import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EngineKind;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.TlsEngines;
import io.rustls4j.TlsException;
import io.rustls4j.ffi.rustls_h;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Upstream's results, and the exceptions that they become. */
class ResultCodesTest {
    private static final String PREFIX = "RUSTLS_RESULT_";

    @BeforeAll
    static void load() {
        assertThat(TlsEngines.currentKind()).isEqualTo(EngineKind.RUSTLS);
    }

    @Test
    void allOfUpstreamsAreNamed() throws IllegalAccessException {
        Map<String, Integer> named = new TreeMap<>();
        for (Field field : RustlsResult.class.getDeclaredFields()) {
            named.put(field.getName(), field.getInt(null));
        }
        assertThat(named).isEqualTo(upstreams());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertIsTheOneOfTheSameName(String name) throws ReflectiveOperationException {
        Object alert = AlertDescription.class.getField(name.substring("ALERT_".length())).get(null);

        assertThat(failure(name))
                .isInstanceOfSatisfying(
                        AlertReceivedException.class, e -> assertThat(e.alert()).isEqualTo(alert));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void whatIsWrongWithACertificateIsSaid(String name) {
        assertThat(failure(name)).isInstanceOf(CertificateErrorException.class);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMalformedMessageIsOne(String name) {
        assertThat(failure(name))
                .isInstanceOfSatisfying(
                        ProtocolErrorException.class,
                        e ->
                                assertThat(e.kind())
                                        .isEqualTo(ProtocolErrorException.Kind.INVALID_MESSAGE));
    }

    static Stream<String> alerts() {
        return named("ALERT_");
    }

    static Stream<String> certificates() {
        return named("CERT_");
    }

    static Stream<String> messages() {
        return named("MESSAGE_");
    }

    private static Stream<String> named(String prefix) {
        return upstreams().keySet().stream().filter(name -> name.startsWith(prefix));
    }

    private static TlsException failure(String name) {
        return ResultCodes.connectionFailure(upstreams().get(name));
    }

    private static Map<String, Integer> upstreams() {
        Map<String, Integer> codes = new TreeMap<>();
        for (Method method : rustls_h.class.getMethods()) {
            if (method.getName().startsWith(PREFIX)) {
                codes.put(method.getName().substring(PREFIX.length()), valueOf(method));
            }
        }
        return codes;
    }

    /**
     * By a handle: the class that declares a constant is not public, the one that inherits it is.
     */
    private static int valueOf(Method constant) {
        try {
            return (int)
                    MethodHandles.lookup()
                            .findStatic(
                                    rustls_h.class,
                                    constant.getName(),
                                    MethodType.methodType(constant.getReturnType()))
                            .invoke();
        } catch (Throwable e) {
            throw new AssertionError(constant.getName(), e);
        }
    }
}
