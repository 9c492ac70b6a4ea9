package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.netty.internal.tcnative.SSL;
import io.rustls4j.AlertDescription;
import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.TransferStatus;
import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.bio.NetworkBio;
import io.rustls4j.tcnative.bio.OutputRoom;
import io.rustls4j.tcnative.calls.AnswersAtOnce;
import io.rustls4j.tcnative.certificate.KeyTypes;
import io.rustls4j.tcnative.context.Candidate;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.CurrentPeer;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.context.PeerDemands;
import io.rustls4j.tcnative.context.ServerPlan;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.context.SslOptions;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import io.rustls4j.tcnative.session.SslSession;
import io.rustls4j.wire.RecordArrays;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OpenSSL's {@code SSL}: one connection, in OpenSSL's terms. Operations return what OpenSSL's
 * return, and leave their errors in the {@link ErrorQueue}. Thread-safe; while a task of the
 * handshake runs on another thread, operations say that it is still to be waited for.
 *
 * <p>What only tells a number takes no lock: Netty asks several times for each record, under its
 * engine's lock, which orders what it sees.
 */
public final class Ssl {
    private static final MemorySegment NOTHING = MemorySegment.NULL;

    /**
     * The most that a record has besides its plaintext: with TLS 1.2 a header, an explicit nonce
     * and a tag (RFC 5288 section 3).
     */
    public static final int MAX_OVERHEAD = RecordCursor.HEADER + 8 + 16;

    private static final int MAX_FRAGMENT = 16384;

    private enum Phase {
        NEW,
        HANDSHAKING,
        ESTABLISHED
    }

    private final Ctx ctx;
    private final boolean server;
    private final Settings settings;
    private final NetworkBio bio = new NetworkBio();
    private final Facts facts = new Facts();
    private final Callbacks callbacks;
    private final Sessions sessions;
    private final HandshakeRecord handshakeRecord = new HandshakeRecord();
    private final RecordCursor cursor = new RecordCursor();

    private final Credentials credentials;
    private final SslInfo info;

    private long handle;
    private long bioHandle;
    private Phase phase = Phase.NEW;
    private @Nullable Side side;
    private @Nullable TlsConnection tls;
    private @Nullable HandshakeTask task;
    private boolean taskHandedOut;

    /** A step runs outside of the lock. */
    private boolean busy;

    private boolean freed;
    private Want want = Want.NOTHING;
    private @Nullable OpenSslError failure;

    /** Why this connection's own callbacks refuse the peer, where rustls would not say it so. */
    private volatile @Nullable OpenSslError refusal;

    private int shutdown;

    /** Plaintext that did not fit is still with rustls: at most so many bytes. */
    private int waiting;

    private @Nullable String hostname;
    private @Nullable Identity identity;
    private byte @Nullable [] ocspResponse;

    /**
     * Creates a connection.
     *
     * @param ctx what it starts from
     * @param server which side it is
     */
    public Ssl(Ctx ctx, boolean server) {
        this.ctx = ctx;
        this.server = server;
        this.settings = ctx.settings(Settings::new);
        this.credentials = new Credentials(ctx.candidates());
        this.callbacks = new Callbacks(this, ctx);
        this.sessions = new Sessions(this, ctx, facts);
        this.info = new SslInfo(this);
    }

    /**
     * Tells it the number by which Netty knows it.
     *
     * @param number the handle
     */
    public void setHandle(long number) {
        handle = number;
    }

    long handle() {
        return handle;
    }

    /**
     * Whether it is the server's side.
     *
     * @return false for the client's
     */
    public boolean isServer() {
        return server;
    }

    /**
     * Reads or changes the settings, alone.
     *
     * @param access what is done with them
     * @param <R> what comes of it
     * @return what comes of it
     */
    public <R> R settings(Function<Settings, R> access) {
        synchronized (settings) {
            return access.apply(settings);
        }
    }

    /**
     * Changes the settings, alone.
     *
     * @param change what is done with them
     */
    public void change(Consumer<Settings> change) {
        synchronized (settings) {
            change.accept(settings);
        }
    }

    /**
     * Reads what is known of the connection.
     *
     * @param access what is read
     * @param <R> what comes of it
     * @return what comes of it
     */
    <R> R facts(Function<Facts, R> access) {
        synchronized (facts) {
            return access.apply(facts);
        }
    }

    /**
     * What Netty may ask of it.
     *
     * @return a view
     */
    public SslInfo info() {
        return info;
    }

    /**
     * What it started from.
     *
     * @return the context
     */
    public Ctx ctx() {
        return ctx;
    }

    // Buffers.

    /**
     * The number by which Netty knows its BIO.
     *
     * @return the handle, or 0 if it has none yet
     */
    public long bioHandle() {
        return bioHandle;
    }

    /**
     * Tells it the number by which Netty knows its BIO.
     *
     * @param number the handle
     */
    public void setBioHandle(long number) {
        bioHandle = number;
    }

    /**
     * Takes a buffer of Netty's, to read from or to write to, until {@link #clearBuffer()}.
     *
     * @param address where it begins
     * @param length how long it is
     * @param isSink whether it is written to
     */
    public synchronized void useBuffer(long address, int length, boolean isSink) {
        bio.use(address, length, isSink);
    }

    /** Gives the buffer back. */
    public synchronized void clearBuffer() {
        bio.clear();
    }

    /**
     * How much of Netty's buffer is left.
     *
     * @return a number of bytes
     */
    public int bufferRemaining() {
        return bio.remaining();
    }

    /**
     * How much is queued for the peer.
     *
     * @return a number of bytes
     */
    public int queued() {
        return bio.queued();
    }

    /**
     * Moves what is queued to Netty's buffer, as much as fits.
     *
     * @return how many bytes were moved
     */
    public int flushQueue() {
        return bio.queued() == 0 ? 0 : flushBio();
    }

    private synchronized int flushBio() {
        return bio.flush();
    }

    // Operations.

    /**
     * Goes on with the handshake ({@code SSL_do_handshake}).
     *
     * @return 1 when it is done; 0 or less otherwise, and {@link #error} says why
     */
    public synchronized int handshake() {
        if (failure != null) {
            return failAgain();
        }
        if (task != null) {
            return -1;
        }
        if (phase == Phase.NEW) {
            try {
                start();
            } catch (RuntimeException e) {
                return fail(OpenSslError.of(e));
            }
        }
        while (phase == Phase.HANDSHAKING) {
            ReceivedRecord record = handshakeRecord.next(bio);
            if (record == null) {
                drain();
                return wants(Want.READ);
            }
            Side current = side();
            if (ctx.useTasks() && current.mayBlock(record)) {
                task = newTask(record);
                taskHandedOut = false;
                return wants(current.taskFor());
            }
            Throwable problem = step(record);
            if (!finish(problem)) {
                return failAgain();
            }
        }
        want = Want.NOTHING;
        return 1;
    }

    /**
     * Reads plaintext ({@code SSL_read}), of one record at most.
     *
     * @param address where it goes
     * @param length how much room there is
     * @return how many bytes were read; 0 or less for none, and {@link #error} says why
     */
    public synchronized int read(long address, int length) {
        if (!isReady()) {
            return -1;
        }
        MemorySegment room = NativeMemory.at(address, length);
        try {
            return waiting > 0 ? readWaiting(room) : readRecord(room);
        } catch (TlsException e) {
            return fail(OpenSslError.of(e));
        }
    }

    /**
     * Writes plaintext ({@code SSL_write}), as much as the sink has room for.
     *
     * @param address where it is
     * @param length how much there is
     * @return how many bytes were written; 0 or less for none, and {@link #error} says why
     */
    public synchronized int write(long address, int length) {
        if (!isReady()) {
            return -1;
        }
        if ((shutdown & SSL.SSL_SENT_SHUTDOWN) != 0) {
            ErrorQueue.push(OpenSslError.PROTOCOL_IS_SHUTDOWN);
            return wants(Want.FAILED);
        }
        bio.flush();
        if (bio.writable() <= MAX_OVERHEAD) {
            return wants(Want.WRITE);
        }
        try {
            established().wrap(NativeMemory.at(address, length), bio.window());
        } catch (TlsException e) {
            return fail(OpenSslError.of(e));
        }
        bio.advance((int) established().bytesProduced());
        int written = (int) established().bytesConsumed();
        return written > 0 ? done(written) : wants(Want.WRITE);
    }

    /**
     * Says that nothing more will be written ({@code SSL_shutdown}).
     *
     * @return 1 if the peer has said so too, 0 if not yet, -1 on failure
     */
    public synchronized int shutdown() {
        if (phase != Phase.ESTABLISHED) {
            ErrorQueue.push(OpenSslError.SHUTDOWN_WHILE_IN_INIT);
            return wants(Want.FAILED);
        }
        if (failure != null) {
            return failAgain();
        }
        if ((shutdown & SSL.SSL_SENT_SHUTDOWN) == 0) {
            shutdown |= SSL.SSL_SENT_SHUTDOWN;
            established().sendCloseNotify();
        }
        drain();
        want = Want.NOTHING;
        return (shutdown & SSL.SSL_RECEIVED_SHUTDOWN) == 0 ? 0 : 1;
    }

    /**
     * Which sides have said that nothing more will come ({@code SSL_get_shutdown}).
     *
     * @return {@code SSL_SENT_SHUTDOWN} and {@code SSL_RECEIVED_SHUTDOWN}
     */
    public int shutdownState() {
        return shutdown;
    }

    /**
     * Sets which sides have said so ({@code SSL_set_shutdown}); nothing is sent.
     *
     * @param state of the two bits
     */
    public synchronized void setShutdownState(int state) {
        shutdown = state;
    }

    /**
     * Why an operation returned what it returned ({@code SSL_get_error}).
     *
     * @param result what it returned
     * @return one of {@code SSL_ERROR_*}
     */
    public int error(int result) {
        return (result > 0 ? Want.NOTHING : want).code();
    }

    /**
     * How much plaintext waits that did not fit ({@code SSL_pending}).
     *
     * @return 0 for none; otherwise no less than what waits
     */
    public int pending() {
        return waiting;
    }

    /**
     * Whether the handshake is not done ({@code SSL_in_init}).
     *
     * @return true before and during it, and if it failed
     */
    public boolean isInInit() {
        return phase != Phase.ESTABLISHED;
    }

    /**
     * The step of the handshake that is to be run, on whichever thread.
     *
     * @return each once; null if there is none
     */
    public synchronized @Nullable Runnable takeTask() {
        if (task == null || taskHandedOut) {
            return null;
        }
        taskHandedOut = true;
        return task;
    }

    /** Gives everything back. A step that runs goes on, and gives back what it has at its end. */
    public synchronized void free() {
        freed = true;
        if (!busy) {
            release();
        }
    }

    // Settings of this connection alone.

    /**
     * Sets the server's name, to be sent and to be certified.
     *
     * @param name a DNS name, or null for none
     */
    public synchronized void setHostname(@Nullable String name) {
        hostname = name;
    }

    /**
     * Sets what is shown to the peer.
     *
     * @param chosen the certificate and its key
     */
    public synchronized void setIdentity(Identity chosen) {
        identity = chosen;
    }

    /**
     * Adds a certificate to choose from, by what the peer wants.
     *
     * @param candidate which
     */
    public synchronized void addCandidate(Candidate candidate) {
        credentials.add(candidate);
    }

    /**
     * Which of the certificates to choose from was chosen.
     *
     * @return its handle, or 0 for none
     */
    public synchronized long selectedCredential() {
        return credentials.selected();
    }

    /**
     * Sets what is stapled to the certificate.
     *
     * @param response in DER
     */
    public synchronized void setOcspResponse(byte[] response) {
        ocspResponse = response.clone();
    }

    /**
     * What is stapled to the certificate.
     *
     * @return in DER, or null for nothing
     */
    public synchronized byte @Nullable [] ocspResponse() {
        return ocspResponse == null ? null : ocspResponse.clone();
    }

    /**
     * Offers a session to resume ({@code SSL_set_session}).
     *
     * @param session which; a reference is taken
     * @return whether it can be offered
     */
    public synchronized boolean setSession(SslSession session) {
        return phase == Phase.NEW && sessions.offer(session);
    }

    // For the steps of the handshake, on the thread that runs them.

    List<ProtocolVersion> usableVersions() {
        return settings(Settings::usableVersions);
    }

    List<CipherSuite> usableSuites() {
        return settings(Settings::usableSuites);
    }

    int verifyLevel() {
        return settings(Settings::verifyLevel);
    }

    /** Whether what is shown depends on what the peer wants. */
    boolean choosesIdentity() {
        return !credentials.isEmpty();
    }

    /** What is shown: chosen by what the peer wants, or set for this connection or its context. */
    @Nullable Identity identity(PeerDemands peer) {
        Identity chosen = credentials.select(peer);
        return chosen == null ? identity() : stapled(chosen);
    }

    /** What is shown where nothing is to be chosen. */
    @Nullable Identity identity() {
        Identity own = identity;
        return stapled(own == null ? ctx.identity().orElse(null) : own);
    }

    private @Nullable Identity stapled(@Nullable Identity shown) {
        byte[] response = ocspResponse;
        return shown == null || response == null ? shown : shown.stapling(response);
    }

    @Nullable String hostname() {
        return hostname;
    }

    String authenticationMethod() {
        return facts(known -> KeyTypes.authenticationMethod(known.suite()));
    }

    void noteHello(ClientHello hello, List<ProtocolVersion> common) {
        synchronized (facts) {
            facts.hello(hello, common);
        }
    }

    void notePeerSchemes(List<SignatureScheme> schemes) {
        synchronized (facts) {
            facts.setPeerSchemes(schemes);
        }
    }

    void refuse(OpenSslError reason) {
        refusal = reason;
    }

    void noteMasterKey(byte[] secret) {
        synchronized (facts) {
            facts.setMasterKey(secret);
        }
    }

    void noteShown(List<CertificateDer> chain, Optional<byte[]> response) {
        synchronized (facts) {
            facts.showing(chain, response);
        }
    }

    ServerPlan serverPlan(
            List<ProtocolVersion> versions,
            boolean tls13,
            List<CipherSuite> suites,
            Optional<String> alpn,
            Identity chosen) {
        return settings(
                own ->
                        new ServerPlan(
                                versions,
                                suites,
                                own.groups(),
                                alpn,
                                chosen,
                                switch (own.verifyLevel()) {
                                    case SSL.SSL_CVERIFY_OPTIONAL -> ServerPlan.ClientAuth.OPTIONAL;
                                    case SSL.SSL_CVERIFY_REQUIRED -> ServerPlan.ClientAuth.REQUIRED;
                                    default -> ServerPlan.ClientAuth.NONE;
                                },
                                SslOptions.serverPreference(own.options()),
                                sessions.ofServer(own.options(), tls13)));
    }

    /** Runs the step of a task; what goes wrong is told by the next operation. */
    void runTask(ReceivedRecord record) {
        synchronized (this) {
            if (freed || failure != null) {
                task = null;
                return;
            }
            busy = true;
        }
        Throwable problem = step(record);
        synchronized (this) {
            busy = false;
            task = null;
            if (freed) {
                tls = side().tls();
                release();
            } else {
                finish(problem);
            }
        }
    }

    // The handshake.

    private void start() {
        phase = Phase.HANDSHAKING;
        if (server) {
            ctx.counters().accept.increment();
            side = new ServerSide(new HelloAnswer(this, ctx), verifyLevel() > 0);
        } else {
            ctx.counters().connect.increment();
            TlsConnection made = sessions.connect();
            tls = made;
            side = new ClientSide(made, facts);
        }
        drain();
    }

    private HandshakeTask newTask(ReceivedRecord record) {
        AsyncSSLPrivateKeyMethod method = ctx.privateKeyMethod();
        boolean inItsOwnTime = method != null && !(method instanceof AnswersAtOnce);
        return inItsOwnTime
                ? new AsyncHandshakeTask(this, record)
                : new HandshakeTask(this, record);
    }

    private @Nullable Throwable step(ReceivedRecord record) {
        Side current = side();
        synchronized (facts) {
            record.show(facts);
        }
        try {
            CurrentPeer.serve(callbacks, () -> current.feed(record));
            return null;
        } catch (Exception | Error e) {
            return e;
        } finally {
            record.giveBack();
        }
    }

    /** Takes up what a step has come to. */
    private boolean finish(@Nullable Throwable problem) {
        Side current = side();
        tls = current.tls();
        if (problem instanceof RefusedException refused) {
            bio.enqueue(refused.alert());
            failure = refused.error();
            return false;
        }
        OpenSslError refused = refusal;
        if (problem == null && refused != null) {
            // What rustls would say goes on with the handshake, so none of it is said.
            bio.enqueue(PlainAlert.of(AlertDescription.INTERNAL_ERROR));
            failure = refused;
            return false;
        }
        drain();
        if (problem != null) {
            failure = refused != null ? refused : OpenSslError.of(problem);
            return false;
        }
        TlsConnection known = tls;
        if (known == null) {
            return true;
        }
        if (known.peerHasClosed()) {
            shutdown |= SSL.SSL_RECEIVED_SHUTDOWN;
            failure = OpenSslError.CONNECTION_CLOSED_IN_HANDSHAKE;
            return false;
        }
        if (!known.isHandshaking()) {
            complete(known);
        }
        return true;
    }

    private void complete(TlsConnection known) {
        synchronized (facts) {
            facts.completed(known);
        }
        phase = Phase.ESTABLISHED;
        side().close();
        sessions.completed(known);
    }

    // Records.

    /** Goes on with the handshake, if it is not done; {@link #error} says why it still is not. */
    private boolean isReady() {
        return (phase == Phase.ESTABLISHED && failure == null) || handshake() > 0;
    }

    private int readWaiting(MemorySegment room) throws TlsException {
        return delivered(established().unwrap(NOTHING, room), waiting);
    }

    private int readRecord(MemorySegment room) throws TlsException {
        while (bio.readable() > 0) {
            long source = bio.address();
            int count = cursor.next(source, bio.readable());
            TransferStatus status;
            int used = count;
            try {
                status = established().unwrap(NativeMemory.at(source, count), room);
                used = (int) established().bytesConsumed();
            } finally {
                // What could not be decrypted was read all the same.
                cursor.read(source, used);
                bio.advance(used);
            }
            int produced = delivered(status, MAX_FRAGMENT);
            if (produced != 0 || want == Want.PEER_CLOSED) {
                return produced;
            }
            sessions.lookForTickets(established());
            drain();
        }
        return (shutdown & SSL.SSL_RECEIVED_SHUTDOWN) != 0
                ? wants(Want.PEER_CLOSED)
                : wants(Want.READ);
    }

    private int delivered(TransferStatus status, int atMost) {
        int produced = (int) established().bytesProduced();
        waiting = status == TransferStatus.OUTPUT_FULL ? Math.max(atMost - produced, 1) : 0;
        if (status == TransferStatus.CLOSED) {
            shutdown |= SSL.SSL_RECEIVED_SHUTDOWN;
            want = Want.PEER_CLOSED;
            return produced;
        }
        want = Want.NOTHING;
        return produced;
    }

    /** Has everything given out that TLS has to say. */
    private void drain() {
        TlsConnection known = tls;
        if (known == null) {
            return;
        }
        if (known.wantsWrite()) {
            MemorySegment room = OutputRoom.take();
            try {
                enqueueAll(known, room);
            } catch (TlsException e) {
                failure = OpenSslError.of(e);
            } finally {
                OutputRoom.give(room);
            }
        }
        bio.flush();
    }

    private void enqueueAll(TlsConnection known, MemorySegment room) throws TlsException {
        while (known.wantsWrite()) {
            known.wrap(NOTHING, room);
            int produced = (int) known.bytesProduced();
            if (produced == 0) {
                return;
            }
            if (phase != Phase.ESTABLISHED) {
                look(room.address(), produced);
            }
            bio.enqueue(room.address(), produced);
        }
    }

    private void look(long records, int length) {
        byte[] copy = RecordArrays.take(length);
        NativeMemory.read(records, copy, 0, length);
        synchronized (facts) {
            facts.look(copy, length);
        }
        RecordArrays.give(copy);
    }

    // Results.

    private int done(int result) {
        want = Want.NOTHING;
        return result;
    }

    private int wants(Want what) {
        want = what;
        return what == Want.PEER_CLOSED ? 0 : -1;
    }

    private int fail(OpenSslError error) {
        failure = error;
        drain();
        return failAgain();
    }

    private int failAgain() {
        OpenSslError known = failure;
        if (known != null) {
            ErrorQueue.push(known);
        }
        return wants(Want.FAILED);
    }

    private void release() {
        Side current = side;
        if (current != null) {
            current.close();
        }
        TlsConnection known = tls;
        if (known != null) {
            known.close();
        }
        sessions.free();
        bio.free();
        synchronized (facts) {
            facts.forgetSecrets();
        }
    }

    private Side side() {
        Side known = side;
        if (known == null) {
            throw new IllegalStateException("the handshake has not begun");
        }
        return known;
    }

    private TlsConnection established() {
        TlsConnection known = tls;
        if (known == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return known;
    }
}
