package io.rustls4j.tcnative;

import io.rustls4j.tcnative.bio.MemBio;
import io.rustls4j.tcnative.calls.SslCalls;
import io.rustls4j.tcnative.certificate.PrivateKeyHandle;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.tcnative.connection.Ssl;
import io.rustls4j.tcnative.context.CipherNames;
import io.rustls4j.tcnative.context.GroupNames;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import io.rustls4j.tcnative.session.SessionHandles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code SSL} on rustls: what each call means, in one line where it can be said in one. */
final class SslOperations implements SslCalls {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");

    /** rustls is ready when its binding is; OpenSSL's engines are not there to be loaded. */
    @Override
    public int initialize(@Nullable String engine) {
        if (engine != null) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "rustls has no OpenSSL engines, so {0} is not loaded; keys of a token are used"
                            + " through a java.security.Provider or OpenSslPrivateKeyMethod",
                    engine);
        }
        return 0;
    }

    // Connections.

    @Override
    public long newSSL(long ctx, boolean server) {
        Ssl ssl = new Ssl(Handles.CTX.get(ctx), server);
        long handle = Handles.SSL.add(ssl);
        ssl.setHandle(handle);
        return handle;
    }

    @Override
    public void freeSSL(long ssl) {
        Ssl gone = Handles.SSL.remove(ssl);
        if (gone.bioHandle() != 0) {
            Handles.BIO.remove(gone.bioHandle());
        }
        gone.free();
    }

    @Override
    public int doHandshake(long ssl) {
        return Handles.SSL.get(ssl).handshake();
    }

    @Override
    public int isInInit(long ssl) {
        return Handles.SSL.get(ssl).isInInit() ? 1 : 0;
    }

    @Override
    public int writeToSSL(long ssl, long wbuf, int wlen) {
        return Handles.SSL.get(ssl).write(wbuf, wlen);
    }

    @Override
    public int readFromSSL(long ssl, long rbuf, int rlen) {
        return Handles.SSL.get(ssl).read(rbuf, rlen);
    }

    @Override
    public int sslPending(long ssl) {
        // Netty asks also where a failure has freed the connection.
        return ssl == 0 ? 0 : Handles.SSL.get(ssl).pending();
    }

    @Override
    public int shutdownSSL(long ssl) {
        return Handles.SSL.get(ssl).shutdown();
    }

    @Override
    public int getShutdown(long ssl) {
        return Handles.SSL.get(ssl).shutdownState();
    }

    @Override
    public void setShutdown(long ssl, int mode) {
        Handles.SSL.get(ssl).setShutdownState(mode);
    }

    @Override
    public int getError(long ssl, int ret) {
        return Handles.SSL.get(ssl).error(ret);
    }

    @Override
    public @Nullable Runnable getTask(long ssl) {
        return Handles.SSL.get(ssl).takeTask();
    }

    // BIOs.

    /** The queue for what is not application data grows by itself, so its size does not matter. */
    @Override
    public long bioNewByteBuffer(long ssl, int nonApplicationBufferSize) {
        Ssl owner = Handles.SSL.get(ssl);
        if (owner.bioHandle() == 0) {
            owner.setBioHandle(Handles.BIO.add(owner));
        }
        return owner.bioHandle();
    }

    @Override
    public void bioSetFd(long ssl, int fd) {
        Handles.SSL.get(ssl);
    }

    @Override
    public void bioSetByteBuffer(
            long bio, long bufferAddress, int maxUsableBytes, boolean isSSLWriteSink) {
        Handles.BIO.get(bio).useBuffer(bufferAddress, maxUsableBytes, isSSLWriteSink);
    }

    @Override
    public void bioClearByteBuffer(long bio) {
        // Netty clears it in a finally block, after a failure has freed the connection.
        if (bio != 0) {
            Handles.BIO.get(bio).clearBuffer();
        }
    }

    @Override
    public int bioFlushByteBuffer(long bio) {
        return bio == 0 ? 0 : Handles.BIO.get(bio).flushQueue();
    }

    @Override
    public int bioLengthByteBuffer(long bio) {
        return Handles.BIO.get(bio).bufferRemaining();
    }

    @Override
    public int bioLengthNonApplication(long bio) {
        return Handles.BIO.get(bio).queued();
    }

    @Override
    public long newMemBIO() {
        return Handles.MEMORY_BIO.add(new MemBio());
    }

    @Override
    public int bioWrite(long bioAddress, long wbufAddress, int wlen) {
        return Handles.MEMORY_BIO.get(bioAddress).write(wbufAddress, wlen);
    }

    @Override
    public void freeBIO(long bio) {
        if (bio != 0) {
            Handles.MEMORY_BIO.remove(bio).free();
        }
    }

    // Errors.

    @Override
    public @Nullable String getLastError() {
        return ErrorQueue.popText();
    }

    @Override
    public int getLastErrorNumber() {
        return ErrorQueue.pop();
    }

    @Override
    public String getErrorString(long errorNumber) {
        return OpenSslError.text(errorNumber);
    }

    @Override
    public void clearError() {
        ErrorQueue.clear();
    }

    // What is known of a connection.

    @Override
    public @Nullable String getCipherForSSL(long ssl) {
        return Handles.SSL.get(ssl).info().cipher();
    }

    @Override
    public String getVersion(long ssl) {
        return Handles.SSL.get(ssl).info().version();
    }

    @Override
    public int getVersionInt(long ssl) {
        return Handles.SSL.get(ssl).info().versionNumber();
    }

    /** NPN is gone from rustls, as from browsers. */
    @Override
    public @Nullable String getNextProtoNegotiated(long ssl) {
        Handles.SSL.get(ssl);
        return null;
    }

    @Override
    public @Nullable String getAlpnSelected(long ssl) {
        return Handles.SSL.get(ssl).info().alpn();
    }

    @Override
    public byte @Nullable [] @Nullable [] getPeerCertChain(long ssl) {
        return Handles.SSL.get(ssl).info().peerChain();
    }

    @Override
    public byte @Nullable [] getPeerCertificate(long ssl) {
        return Handles.SSL.get(ssl).info().peerCertificate();
    }

    @Override
    public @Nullable String getGroupName(long ssl) {
        return Handles.SSL.get(ssl).info().group();
    }

    @Override
    public @Nullable String getSniHostname(long ssl) {
        return Handles.SSL.get(ssl).info().serverName();
    }

    @Override
    public String @Nullable [] getSigAlgs(long ssl) {
        return Handles.SSL.get(ssl).info().signatureAlgorithms();
    }

    @Override
    public String[] authenticationMethods(long ssl) {
        return Handles.SSL.get(ssl).info().authenticationMethods();
    }

    @Override
    public byte[] getMasterKey(long ssl) {
        return Handles.SSL.get(ssl).info().masterKey();
    }

    @Override
    public byte[] getServerRandom(long ssl) {
        return Handles.SSL.get(ssl).info().serverRandom();
    }

    @Override
    public byte[] getClientRandom(long ssl) {
        return Handles.SSL.get(ssl).info().clientRandom();
    }

    /** rustls never handshakes twice. */
    @Override
    public int getHandshakeCount(long ssl) {
        return Handles.SSL.get(ssl).isInInit() ? 0 : 1;
    }

    // Sessions.

    @Override
    public byte @Nullable [] getSessionId(long ssl) {
        return Handles.SSL.get(ssl).info().sessionId();
    }

    @Override
    public long getTime(long ssl) {
        return Handles.SSL.get(ssl).info().completedSeconds();
    }

    @Override
    public long getTimeout(long ssl) {
        return Handles.SSL.get(ssl).ctx().sessionTimeout();
    }

    @Override
    public long setTimeout(long ssl, long seconds) {
        throw new UnsupportedOperationException(
                "the timeout of one connection's session; set the context's");
    }

    @Override
    public boolean isSessionReused(long ssl) {
        return Handles.SSL.get(ssl).info().isResumed();
    }

    @Override
    public boolean setSession(long ssl, long session) {
        return Handles.SSL.get(ssl).setSession(SessionHandles.get(session));
    }

    @Override
    public long getSession(long ssl) {
        throw new UnsupportedOperationException(
                "rustls shows no session before it is done; sessions come to the SSLSessionCache");
    }

    // Settings of one connection.

    @Override
    public void setVerify(long ssl, int level, int depth) {
        Handles.SSL.get(ssl).change(own -> own.setVerify(level, depth));
    }

    @Override
    public void setOptions(long ssl, int options) {
        Handles.SSL.get(ssl).change(own -> own.setOptions(options));
    }

    @Override
    public void clearOptions(long ssl, int options) {
        Handles.SSL.get(ssl).change(own -> own.clearOptions(options));
    }

    @Override
    public int getOptions(long ssl) {
        return Handles.SSL.get(ssl).settings(Settings::options);
    }

    @Override
    public int setMode(long ssl, int mode) {
        return Handles.SSL.get(ssl).settings(own -> own.addMode(mode));
    }

    @Override
    public int getMode(long ssl) {
        return Handles.SSL.get(ssl).settings(Settings::mode);
    }

    @Override
    public int getMaxWrapOverhead(long ssl) {
        Handles.SSL.get(ssl);
        return Ssl.MAX_OVERHEAD;
    }

    @Override
    public String[] getCiphers(long ssl) {
        return Handles.SSL.get(ssl).info().ciphers();
    }

    @Override
    public boolean setCipherSuites(long ssl, String ciphers, boolean tlsv13) throws Exception {
        Ssl owner = Handles.SSL.get(ssl);
        Optional<CipherNames.Parsed> suites =
                CipherLists.parse(ciphers, tlsv13, owner.settings(Settings::hasLostTls12));
        suites.ifPresent(list -> owner.change(own -> own.setSuites(list, tlsv13)));
        return suites.isPresent();
    }

    @Override
    public boolean setCurvesList0(long ssl, String curves) {
        return Groups.set(Handles.SSL.get(ssl)::settings, GroupNames.parse(curves));
    }

    @Override
    public boolean setCurves0(long ssl, int[] curves) {
        return Groups.set(Handles.SSL.get(ssl)::settings, GroupNames.ofNids(curves));
    }

    @Override
    public void setTlsExtHostName0(long ssl, @Nullable String hostname) {
        Handles.SSL.get(ssl).setHostname(hostname);
    }

    @Override
    public void setHostNameValidation(long ssl, int flags, String hostname) {
        throw new UnsupportedOperationException(
                "OpenSSL's own check of names; the trust manager checks them, as Netty has it");
    }

    /** Renegotiation is not spoken: whatever the mode, a peer's wish for it is refused. */
    @Override
    public void setRenegotiateMode(long ssl, int mode) {
        Handles.SSL.get(ssl);
    }

    @Override
    public void fipsModeSet(int mode) throws Exception {
        if (mode != 0) {
            throw new Exception(
                    "FIPS mode cannot be switched on at run time; it takes a native library built for it");
        }
    }

    // Certificates and keys.

    @Override
    public long loadPrivateKeyFromEngine(String keyId, @Nullable String password) throws Exception {
        throw new Exception(
                "rustls has no OpenSSL engines, so there is no key "
                        + keyId
                        + "; use OpenSslPrivateKeyMethod, or a key of a java.security.Provider");
    }

    @Override
    public long parsePrivateKey(long privateKeyBio, @Nullable String password) throws Exception {
        return Handles.KEY.add(
                PrivateKeyHandle.parse(Handles.MEMORY_BIO.get(privateKeyBio), password));
    }

    @Override
    public void freePrivateKey(long privateKey) {
        if (privateKey != 0) {
            Handles.KEY.remove(privateKey).free();
        }
    }

    @Override
    public long parseX509Chain(long x509ChainBio) throws Exception {
        return Handles.CHAIN.add(X509Chain.parse(Handles.MEMORY_BIO.get(x509ChainBio)));
    }

    @Override
    public void freeX509Chain(long x509Chain) {
        if (x509Chain != 0) {
            Handles.CHAIN.remove(x509Chain);
        }
    }

    @Override
    public void setKeyMaterial(long ssl, long chain, long key) throws Exception {
        Ssl owner = Handles.SSL.get(ssl);
        owner.certificate()
                .set(
                        Identities.of(
                                Handles.CHAIN.get(chain).certificates(),
                                key == 0 ? null : Handles.KEY.get(key),
                                owner.ctx().privateKeyMethod()));
    }

    @Override
    public void setKeyMaterialClientSide(
            long ssl, long x509Out, long pkeyOut, long chain, long key) {
        throw new UnsupportedOperationException("long deprecated; use setKeyMaterial");
    }

    @Override
    public void setCertificateChainBio(long ssl, long bio, boolean skipfirst) {
        throw new UnsupportedOperationException("long deprecated; use setKeyMaterial");
    }

    @Override
    public void setCertificateBio(long ssl, long certBio, long keyBio, @Nullable String password)
            throws Exception {
        Ssl owner = Handles.SSL.get(ssl);
        owner.certificate()
                .set(Identities.parse(certBio, keyBio, password, owner.ctx().privateKeyMethod()));
    }

    @Override
    public void addCredential(long ssl, long cred) throws Exception {
        Ssl owner = Handles.SSL.get(ssl);
        owner.certificate().add(Identities.candidate(cred, owner.ctx().privateKeyMethod()));
    }

    @Override
    public long getSelectedCredential(long ssl) {
        return Handles.SSL.get(ssl).certificate().selected();
    }

    @Override
    public void enableOcsp(long ssl) {
        Handles.SSL.get(ssl).change(own -> own.setOcsp(true));
    }

    @Override
    public void setOcspResponse(long ssl, byte[] response) {
        Handles.SSL.get(ssl).certificate().setOcspResponse(response);
    }

    @Override
    public byte @Nullable [] getOcspResponse(long ssl) {
        return Handles.SSL.get(ssl).info().ocspResponse();
    }
}
