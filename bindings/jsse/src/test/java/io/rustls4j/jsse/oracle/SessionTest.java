package io.rustls4j.jsse.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sessions tell, at every step. */
class SessionTest {
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void beforeTheHandshake(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    for (Seat seat : table.seats()) {
                        SSLSession session = seat.engine().getSession();
                        noteAll(table, "null session", session);
                        table.note("same", () -> seat.engine().getSession() == session);
                        table.noteAction("invalidate", session::invalidate);
                        table.note("valid", session::isValid);
                        table.note("handshake session", seat.engine()::getHandshakeSession);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void afterTheHandshake(Setting setting) throws Exception {
        Cast cast =
                Cast.usual()
                        .withClientKey(Certificates.CLIENT)
                        .withServer(engine -> engine.setNeedClientAuth(true));
        Oracle.compare(
                setting,
                cast,
                table -> {
                    table.handshake();
                    for (Seat seat : table.seats()) {
                        SSLSession session = seat.engine().getSession();
                        noteAll(table, "session", session);
                        // Before the handshake ours know it already, the JDK's do not.
                        table.note("host", session::getPeerHost);
                        table.note("port", session::getPeerPort);
                        table.note("same", () -> seat.engine().getSession() == session);
                        table.note("equal", () -> session.equals(seat.engine().getSession()));
                    }
                });
    }

    private static void noteAll(Table table, String what, SSLSession session) {
        table.note(what + " protocol", session::getProtocol);
        table.note(what + " has an id", () -> session.getId().length > 0);
        byte[] id = session.getId();
        table.note(what + " copies its id", () -> session.getId() != id || id.length == 0);
        table.note(what + " valid", session::isValid);
        table.note(what + " has a context", () -> session.getSessionContext() != null);
        table.note(what + " peer", () -> session.getPeerCertificates().length);
        table.note(what + " peer principal", session::getPeerPrincipal);
        table.note(
                what + " local",
                () ->
                        session.getLocalCertificates() == null
                                ? "none"
                                : session.getLocalCertificates().length);
        table.note(what + " local principal", session::getLocalPrincipal);
        table.note(
                what + " used after made",
                () -> session.getLastAccessedTime() >= session.getCreationTime());
        table.note(
                what + " application buffer", () -> session.getApplicationBufferSize() >= 1 << 14);
        table.note(what + " packet buffer", () -> session.getPacketBufferSize() > 1 << 14);
        noteExtended(table, what, (ExtendedSSLSession) session);
        noteValues(table, what, session);
    }

    private static void noteExtended(Table table, String what, ExtendedSSLSession session) {
        table.note(what + " names", session::getRequestedServerNames);
        table.note(what + " responses", session::getStatusResponses);
        table.note(
                what + " knows what it supports",
                () -> session.getLocalSupportedSignatureAlgorithms().length > 0);
        table.note(
                what + " knows what the peer supports",
                () -> session.getPeerSupportedSignatureAlgorithms().length > 0);
    }

    private static void noteValues(Table table, String what, SSLSession session) {
        table.noteAction(what + " put", () -> session.putValue("name", "value"));
        table.note(what + " value", () -> session.getValue("name"));
        table.note(what + " names", () -> Arrays.asList(session.getValueNames()));
        table.noteAction(what + " put nothing", () -> session.putValue("name", null));
        table.noteAction(what + " put without a name", () -> session.putValue(null, "value"));
        table.note(what + " value without a name", () -> session.getValue(null));
        table.noteAction(what + " remove", () -> session.removeValue("name"));
        table.noteAction(what + " remove without a name", () -> session.removeValue(null));
        table.note(what + " value after", () -> session.getValue("name"));
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void whatATrustManagerSees(Setting setting) throws Exception {
        List<String> seen = new ArrayList<>();
        Cast cast =
                Cast.usual()
                        .withClientKey(Certificates.CLIENT)
                        .withClient(SessionTest::offerHttp2)
                        .withServer(
                                engine -> {
                                    offerHttp2(engine);
                                    engine.setNeedClientAuth(true);
                                })
                        .withTrust(manager -> new WatchingTrustManager(manager, seen));
        Oracle.compare(
                setting,
                cast,
                table -> {
                    seen.clear();
                    table.noteHandshake();
                    seen.forEach(what -> table.note("seen", () -> what));
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void whatATrustManagerSeesWhereTheServerKnowsNoProtocols(Setting setting) throws Exception {
        List<String> seen = new ArrayList<>();
        Cast cast =
                Cast.usual()
                        .withClient(SessionTest::offerHttp2)
                        .withTrust(manager -> new WatchingTrustManager(manager, seen));
        Oracle.compare(
                setting,
                cast,
                table -> {
                    seen.clear();
                    table.noteHandshake();
                    seen.forEach(what -> table.note("seen", () -> what));
                });
    }

    private static void offerHttp2(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        engine.setSSLParameters(parameters);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void resumed(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLSession first = table.connect();
                    first.putValue("kept", "yes");
                    Table next = table.again();
                    SSLSession second = next.connect();
                    noteResumption(table, first, second);
                    noteContext(table, "client", table.clientContext().getClientSessionContext());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notResumedWhenInvalid(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                table -> {
                    SSLSession first = table.connect();
                    first.putValue("kept", "yes");
                    first.invalidate();
                    table.note("valid", first::isValid);
                    noteResumption(table, first, table.again().connect());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notResumedWithoutAPeer(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withHost(null),
                table -> {
                    SSLSession first = table.connect();
                    first.putValue("kept", "yes");
                    noteResumption(table, first, table.again().connect());
                });
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void noNewSessionsAllowed(Setting setting) throws Exception {
        Oracle.compare(
                setting,
                Cast.usual().withClient(engine -> engine.setEnableSessionCreation(false)),
                table -> {
                    table.noteAction("begin", table.client().engine()::beginHandshake);
                    table.talk();
                    table.note("client", table.client()::ending);
                    table.noteState("in the end", table.client().engine());
                });
    }

    /** Resumption keeps the values of the session and the time it was made. */
    private static void noteResumption(Table table, SSLSession first, SSLSession second) {
        table.note("values", () -> second.getValue("kept"));
        table.note("age", () -> first.getCreationTime() <= second.getCreationTime());
        table.note("valid", second::isValid);
        table.note("peer", () -> second.getPeerCertificates().length);
        table.note("first valid", first::isValid);
    }

    private static void noteContext(Table table, String whose, SSLSessionContext context) {
        table.note(whose + " timeout", context::getSessionTimeout);
        table.note(whose + " has sessions", () -> context.getIds().hasMoreElements());
        table.note(
                whose + " finds its sessions",
                () ->
                        Collections.list(context.getIds()).stream()
                                .allMatch(id -> context.getSession(id) != null));
        table.note(whose + " unknown", () -> context.getSession(new byte[32]));
        table.noteAction(whose + " timeout -1", () -> context.setSessionTimeout(-1));
        table.noteAction(whose + " size -1", () -> context.setSessionCacheSize(-1));
    }
}
