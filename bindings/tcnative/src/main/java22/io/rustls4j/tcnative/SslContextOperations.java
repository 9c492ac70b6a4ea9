package io.rustls4j.tcnative;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.netty.internal.tcnative.CertificateCallback;
import io.netty.internal.tcnative.CertificateCompressionAlgo;
import io.netty.internal.tcnative.CertificateRequestedCallback;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.KeyLogCallback;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLSessionCache;
import io.netty.internal.tcnative.SniHostNameMatcher;
import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.CryptoProvider;
import io.rustls4j.EngineKind;
import io.rustls4j.TicketKey;
import io.rustls4j.tcnative.calls.SslContextCalls;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.tcnative.context.CipherNames;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.GroupNames;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code SSLContext} on rustls. */
final class SslContextOperations implements SslContextCalls {
    private static final List<CipherSuite> SUITES =
            CryptoProvider.supportedCipherSuites(EngineKind.RUSTLS);

    /** A name, a key for the MAC and one for the cipher: the two make rustls's secret. */
    private static final int TICKET_KEY_LENGTH = TicketKey.NAME_LENGTH + TicketKey.SECRET_LENGTH;

    @Override
    public long make(int protocol, int mode) throws Exception {
        int options = SSL.SSL_OP_NO_COMPRESSION;
        options |= off(protocol, SSL.SSL_PROTOCOL_TLSV1, SSL.SSL_OP_NO_TLSv1);
        options |= off(protocol, SSL.SSL_PROTOCOL_TLSV1_1, SSL.SSL_OP_NO_TLSv1_1);
        options |= off(protocol, SSL.SSL_PROTOCOL_TLSV1_2, SSL.SSL_OP_NO_TLSv1_2);
        options |= off(protocol, SSL.SSL_PROTOCOL_TLSV1_3, SSL.SSL_OP_NO_TLSv1_3);
        if ((protocol & SSL.SSL_PROTOCOL_TLS) == 0) {
            throw new Exception(
                    "protocols "
                            + Integer.toBinaryString(protocol)
                            + " are none that exist here; TLS 1.2 and 1.3 do");
        }
        return Handles.CTX.add(new Ctx(mode, options, SUITES));
    }

    private static int off(int protocols, int protocol, int option) {
        return (protocols & protocol) == 0 ? option : 0;
    }

    @Override
    public int free(long ctx) {
        if (ctx != 0) {
            Handles.CTX.remove(ctx).free();
        }
        return 0;
    }

    /** It is told nobody. */
    @Override
    public void setContextId(long ctx, String id) {
        Handles.CTX.get(ctx);
    }

    @Override
    public void setOptions(long ctx, int options) {
        Handles.CTX.get(ctx).change(own -> own.setOptions(options));
    }

    @Override
    public int getOptions(long ctx) {
        return Handles.CTX.get(ctx).settings(Settings::options);
    }

    @Override
    public void clearOptions(long ctx, int options) {
        Handles.CTX.get(ctx).change(own -> own.clearOptions(options));
    }

    @Override
    public boolean setCipherSuite(long ctx, String ciphers, boolean tlsv13) throws Exception {
        Ctx context = Handles.CTX.get(ctx);
        Optional<CipherNames.Parsed> suites =
                CipherLists.parse(ciphers, tlsv13, context.settings(Settings::hasLostTls12));
        suites.ifPresent(list -> context.change(own -> own.setSuites(list, tlsv13)));
        return suites.isPresent();
    }

    @Override
    public boolean setCertificateChainFile(long ctx, String file, boolean skipfirst) {
        throw new UnsupportedOperationException(
                "certificates from a file's path; Netty hands them over in memory");
    }

    @Override
    public boolean setCertificate(long ctx, String cert, String key, @Nullable String password) {
        throw new UnsupportedOperationException(
                "certificates from a file's path; Netty hands them over in memory");
    }

    /** Adds authorities to the certificate's chain, which Netty sets next. */
    @Override
    public boolean setCertificateChainBio(long ctx, long bio, boolean skipfirst) {
        Ctx context = Handles.CTX.get(ctx);
        try {
            List<CertificateDer> chain =
                    X509Chain.parse(Handles.MEMORY_BIO.get(bio)).certificates();
            context.setExtraChain(skipfirst ? chain.subList(1, chain.size()) : chain);
            return true;
        } catch (Exception e) {
            ErrorQueue.push(OpenSslError.of(e));
            return false;
        }
    }

    @Override
    public boolean setCertificateBio(long ctx, long certBio, long keyBio, @Nullable String password)
            throws Exception {
        Ctx context = Handles.CTX.get(ctx);
        Identities.parse(certBio, keyBio, password, context);
        return true;
    }

    @Override
    public boolean setCACertificateBio(long ctx, long certBio) {
        List<byte[]> names = new ArrayList<>();
        try {
            X509Chain authorities = X509Chain.parse(Handles.MEMORY_BIO.get(certBio));
            for (CertificateDer authority : authorities.certificates()) {
                names.add(authority.toX509().getSubjectX500Principal().getEncoded());
            }
        } catch (Exception e) {
            ErrorQueue.push(OpenSslError.of(e));
            return false;
        }
        Handles.CTX.get(ctx).setAuthorityNames(names);
        return true;
    }

    @Override
    public void addCredential(long ctx, long cred) throws Exception {
        Ctx context = Handles.CTX.get(ctx);
        context.addCandidate(Identities.candidate(cred, context.privateKeyMethod()));
    }

    // Sessions.

    @Override
    public long setSessionCacheSize(long ctx, long size) {
        Ctx context = Handles.CTX.get(ctx);
        if (size < 0) {
            return 0;
        }
        long before = context.sessionCacheSize();
        context.setSessionCacheMode(SSL.SSL_SESS_CACHE_SERVER);
        context.setSessionCacheSize(size);
        return before;
    }

    @Override
    public long getSessionCacheSize(long ctx) {
        return Handles.CTX.get(ctx).sessionCacheSize();
    }

    @Override
    public long setSessionCacheTimeout(long ctx, long timeoutSeconds) {
        Ctx context = Handles.CTX.get(ctx);
        long before = context.sessionTimeout();
        context.setSessionTimeout(timeoutSeconds);
        return before;
    }

    @Override
    public long getSessionCacheTimeout(long ctx) {
        return Handles.CTX.get(ctx).sessionTimeout();
    }

    @Override
    public long setSessionCacheMode(long ctx, long mode) {
        Ctx context = Handles.CTX.get(ctx);
        long before = context.sessionCacheMode();
        context.setSessionCacheMode(mode);
        return before;
    }

    @Override
    public long getSessionCacheMode(long ctx) {
        return Handles.CTX.get(ctx).sessionCacheMode();
    }

    @Override
    public void setSSLSessionCache(long ctx, @Nullable SSLSessionCache cache) {
        Handles.CTX.get(ctx).setSessionCache(cache);
    }

    /** Sessions are good for one context alone, whatever it is called. */
    @Override
    public boolean setSessionIdContext(long ctx, byte[] sidCtx) {
        Handles.CTX.get(ctx);
        return true;
    }

    @Override
    public void setSessionTicketKeys0(long ctx, byte[] keys) {
        List<TicketKey> parsed = new ArrayList<>();
        for (int at = 0; at + TICKET_KEY_LENGTH <= keys.length; at += TICKET_KEY_LENGTH) {
            int secretAt = at + TicketKey.NAME_LENGTH;
            byte[] secret = Arrays.copyOfRange(keys, secretAt, at + TICKET_KEY_LENGTH);
            parsed.add(TicketKey.of(Arrays.copyOfRange(keys, at, secretAt), secret));
            Arrays.fill(secret, (byte) 0);
        }
        Handles.CTX.get(ctx).setTicketKeys(parsed);
    }

    @Override
    public boolean setNumTickets(long ctx, int tickets) {
        Handles.CTX.get(ctx).setNumTickets(tickets);
        return true;
    }

    // Statistics.

    @Override
    public long sessionAccept(long ctx) {
        return Handles.CTX.get(ctx).counters().accept.sum();
    }

    @Override
    public long sessionAcceptGood(long ctx) {
        return Handles.CTX.get(ctx).counters().acceptGood.sum();
    }

    @Override
    public long sessionAcceptRenegotiate(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionCacheFull(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionCbHits(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionConnect(long ctx) {
        return Handles.CTX.get(ctx).counters().connect.sum();
    }

    @Override
    public long sessionConnectGood(long ctx) {
        return Handles.CTX.get(ctx).counters().connectGood.sum();
    }

    @Override
    public long sessionConnectRenegotiate(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionHits(long ctx) {
        return Handles.CTX.get(ctx).counters().hits.sum();
    }

    @Override
    public long sessionMisses(long ctx) {
        return Handles.CTX.get(ctx).counters().misses.sum();
    }

    /** Netty's contexts keep sessions themselves ({@code SSL_SESS_CACHE_NO_INTERNAL_STORE}). */
    @Override
    public long sessionNumber(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionTimeouts(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionTicketKeyNew(long ctx) {
        return Handles.CTX.get(ctx).counters().ticketsNew.sum();
    }

    @Override
    public long sessionTicketKeyResume(long ctx) {
        return Handles.CTX.get(ctx).counters().ticketsResumed.sum();
    }

    /** rustls makes a new ticket in each handshake, and does not say that a key was an old one. */
    @Override
    public long sessionTicketKeyRenew(long ctx) {
        return none(ctx);
    }

    @Override
    public long sessionTicketKeyFail(long ctx) {
        return none(ctx);
    }

    /** What does not happen here is counted as nothing. */
    private static long none(long ctx) {
        Handles.CTX.get(ctx);
        return 0;
    }

    // Callbacks.

    @Override
    public void setVerify(long ctx, int level, int depth) {
        Handles.CTX.get(ctx).change(own -> own.setVerify(level, depth));
    }

    @Override
    public void setCertVerifyCallback(long ctx, @Nullable CertificateVerifier verifier) {
        Handles.CTX.get(ctx).setVerifier(verifier);
    }

    @Override
    @SuppressWarnings("deprecation") // the published interface still has it
    public void setCertRequestedCallback(long ctx, CertificateRequestedCallback callback) {
        throw new UnsupportedOperationException("long deprecated; use setCertificateCallback");
    }

    @Override
    public void setCertificateCallback(long ctx, @Nullable CertificateCallback callback) {
        Handles.CTX.get(ctx).setCertificateCallback(callback);
    }

    @Override
    public void setSniHostnameMatcher(long ctx, @Nullable SniHostNameMatcher matcher) {
        Handles.CTX.get(ctx).setSniMatcher(matcher);
    }

    @Override
    public boolean setKeyLogCallback(long ctx, @Nullable KeyLogCallback callback) {
        Handles.CTX.get(ctx).setKeyLog(callback);
        return true;
    }

    @Override
    public void setPrivateKeyMethod0(long ctx, @Nullable AsyncSSLPrivateKeyMethod method) {
        Handles.CTX.get(ctx).setPrivateKeyMethod(method);
    }

    @Override
    public void setUseTasks(long ctx, boolean useTasks) {
        Handles.CTX.get(ctx).setUseTasks(useTasks);
    }

    // Protocols and algorithms.

    /** NPN is gone from rustls, as from browsers; whoever sets it sets ALPN as well. */
    @Override
    public void setNpnProtos0(long ctx, byte[] nextProtos, int selectorFailureBehavior) {
        Handles.CTX.get(ctx);
    }

    @Override
    public void setAlpnProtos0(long ctx, byte[] alpnProtos, int selectorFailureBehavior) {
        List<String> protocols = new ArrayList<>();
        for (int at = 0; at < alpnProtos.length; ) {
            int length = alpnProtos[at] & 0xff;
            protocols.add(new String(alpnProtos, at + 1, length, StandardCharsets.ISO_8859_1));
            at += 1 + length;
        }
        Handles.CTX.get(ctx).setAlpn(protocols);
    }

    /** There is no suite that would use it. */
    @Override
    public void setTmpDHLength(long ctx, int length) {
        Handles.CTX.get(ctx);
    }

    @Override
    public boolean setCurvesList0(long ctx, String curves) {
        return Groups.set(Handles.CTX.get(ctx)::settings, GroupNames.parse(curves));
    }

    @Override
    public int setMode(long ctx, int mode) {
        return Handles.CTX.get(ctx).settings(own -> own.addMode(mode));
    }

    @Override
    public int getMode(long ctx) {
        return Handles.CTX.get(ctx).settings(Settings::mode);
    }

    @Override
    public void enableOcsp(long ctx, boolean client) {
        Handles.CTX.get(ctx).change(own -> own.setOcsp(true));
    }

    @Override
    public void disableOcsp(long ctx) {
        Handles.CTX.get(ctx).change(own -> own.setOcsp(false));
    }

    @Override
    public long getSslCtx(long ctx) {
        Handles.CTX.get(ctx);
        return ctx;
    }

    @Override
    public int addCertificateCompressionAlgorithm0(
            long ctx, int direction, int algorithmId, CertificateCompressionAlgo algorithm) {
        Handles.CTX.get(ctx).addCompression(direction, algorithmId, algorithm);
        return 1;
    }

    @Override
    public void setMaxCertList(long ctx, int size) {
        Handles.CTX.get(ctx).setMaxCertList(size);
    }
}
