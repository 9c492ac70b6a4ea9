package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.rustls4j.AlertDescription;
import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.bio.NetworkBio;
import io.rustls4j.tcnative.calls.AnswersAtOnce;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.CurrentPeer;
import io.rustls4j.tcnative.context.Settings;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import io.rustls4j.tcnative.session.SslSession;
import io.rustls4j.wire.PlainAlert;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OpenSSL's {@code SSL}: one connection, in OpenSSL's terms. Operations return what OpenSSL's
 * return, and leave their errors in the {@link ErrorQueue}. Thread-safe; while a task of the
 * handshake runs on another thread, operations say that it is still to be waited for.
 *
 * <p>What only tells a number takes no lock: Netty asks several times for each record, under its
 * engine's lock, which orders what it sees. Nor does naming a buffer, once no task of the handshake
 * can write to it any more: for the memory behind an address, its caller answers anyway.
 */
public final class Ssl {
    /** The most that a record has besides its plaintext. */
    public static final int MAX_OVERHEAD = Records.MAX_OVERHEAD;

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
    private final Output output = new Output(bio, facts);
    private final Callbacks callbacks;
    private final Sessions sessions;
    private final HandshakeRecord handshakeRecord = new HandshakeRecord();
    private final Status status = new Status();
    private final PendingSignature signature = new PendingSignature();
    private final Records records;

    private final LocalCertificate certificate;
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

    /** Why this connection's own callbacks refuse the peer, where rustls would not say it so. */
    private volatile @Nullable OpenSslError refusal;

    private @Nullable String hostname;

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
        this.certificate = new LocalCertificate(ctx);
        this.callbacks = new Callbacks(this, ctx);
        this.sessions = new Sessions(this, ctx, facts);
        this.records = new Records(bio, output, sessions, status);
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

    /** What is known of the connection. */
    Facts facts() {
        return facts;
    }

    /**
     * What it shows of itself.
     *
     * @return to be set and read
     */
    public LocalCertificate certificate() {
        return certificate;
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
    public void useBuffer(long address, int length, boolean isSink) {
        if (phase == Phase.ESTABLISHED) {
            bio.use(address, length, isSink);
        } else {
            synchronized (this) {
                bio.use(address, length, isSink);
            }
        }
    }

    /** Gives the buffer back. */
    public void clearBuffer() {
        if (phase == Phase.ESTABLISHED) {
            bio.clear();
        } else {
            synchronized (this) {
                bio.clear();
            }
        }
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
        if (status.hasFailed()) {
            return status.failed();
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
                return status.wants(Want.READ);
            }
            if (record.isCloseNotify()) {
                record.giveBack();
                failByClose();
                return status.failed();
            }
            Side current = side();
            if (ctx.useTasks() && current.mayBlock(record)) {
                task = newTask(record);
                taskHandedOut = false;
                return status.wants(current.taskFor());
            }
            Throwable problem = step(record);
            if (!finish(problem)) {
                return status.failed();
            }
        }
        return status.done(1);
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
        try {
            return records.read(established(), NativeMemory.at(address, length));
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
        try {
            return records.write(established(), address, length);
        } catch (TlsException e) {
            return fail(OpenSslError.of(e));
        }
    }

    /**
     * Says that nothing more will be written ({@code SSL_shutdown}).
     *
     * @return 1 if the peer has said so too; otherwise 0 for the first time, then -1, and {@link
     *     #error} says that the peer is waited for; -1 also on failure
     */
    public synchronized int shutdown() {
        if (phase != Phase.ESTABLISHED) {
            return status.refused(OpenSslError.SHUTDOWN_WHILE_IN_INIT);
        }
        if (status.hasFailed()) {
            return status.failed();
        }
        boolean saidBefore = status.hasSentClose();
        if (!saidBefore) {
            status.closeSent();
            established().sendCloseNotify();
        }
        drain();
        if (status.hasReceivedClose()) {
            return status.done(1);
        }
        return saidBefore ? status.wants(Want.READ) : status.done(0);
    }

    /**
     * Which sides have said that nothing more will come ({@code SSL_get_shutdown}).
     *
     * @return {@code SSL_SENT_SHUTDOWN} and {@code SSL_RECEIVED_SHUTDOWN}
     */
    public int shutdownState() {
        return status.shutdown();
    }

    /**
     * Sets which sides have said so ({@code SSL_set_shutdown}); nothing is sent.
     *
     * @param state of the two bits
     */
    public synchronized void setShutdownState(int state) {
        status.setShutdown(state);
    }

    /**
     * Why an operation returned what it returned ({@code SSL_get_error}).
     *
     * @param result what it returned
     * @return one of {@code SSL_ERROR_*}
     */
    public int error(int result) {
        return status.error(result);
    }

    /**
     * How much plaintext waits that did not fit ({@code SSL_pending}).
     *
     * @return 0 for none; otherwise no less than what waits
     */
    public int pending() {
        return records.waiting();
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

    /**
     * Gives everything back. A step that runs goes on, and gives back what it has at its end; it no
     * longer waits for a signature, which may never come.
     */
    public void free() {
        // A step that is no task waits with the lock.
        signature.abandon();
        synchronized (this) {
            freed = true;
            if (!busy) {
                release();
            }
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

    @Nullable String hostname() {
        return hostname;
    }

    void refuse(OpenSslError reason) {
        refusal = reason;
    }

    Sessions sessions() {
        return sessions;
    }

    PendingSignature signature() {
        return signature;
    }

    /** Runs the step of a task; what goes wrong is told by the next operation. */
    void runTask(ReceivedRecord record) {
        synchronized (this) {
            if (freed || status.hasFailed()) {
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
            side = new ServerSide(new HelloAnswer(this, ctx), facts);
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
        record.show(facts);
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
            status.fail(refused.error());
            return false;
        }
        OpenSslError refused = refusal;
        if (problem == null && refused != null) {
            // What rustls would say goes on with the handshake, so none of it is said.
            bio.enqueue(PlainAlert.fatal(AlertDescription.INTERNAL_ERROR));
            status.fail(refused);
            return false;
        }
        drain();
        if (problem != null) {
            status.fail(refused != null ? refused : OpenSslError.of(problem));
            return false;
        }
        TlsConnection known = tls;
        if (known == null) {
            return true;
        }
        if (known.peerHasClosed()) {
            failByClose();
            return false;
        }
        if (!known.isHandshaking()) {
            complete(known);
        }
        return true;
    }

    private void failByClose() {
        status.closeReceived();
        status.fail(OpenSslError.CONNECTION_CLOSED_IN_HANDSHAKE);
    }

    private void complete(TlsConnection known) {
        facts.completed(known);
        phase = Phase.ESTABLISHED;
        side().close();
        side = null; // connections live for long
        sessions.completed(known);
    }

    // Records.

    /** Goes on with the handshake, if it is not done; {@link #error} says why it still is not. */
    private boolean isReady() {
        return (phase == Phase.ESTABLISHED && !status.hasFailed()) || handshake() > 0;
    }

    /** Has everything given out that TLS has to say. */
    private void drain() {
        TlsConnection known = tls;
        if (known == null) {
            return;
        }
        try {
            output.takeFrom(known, phase != Phase.ESTABLISHED);
        } catch (TlsException e) {
            status.fail(OpenSslError.of(e));
        }
        bio.flush();
    }

    private int fail(OpenSslError error) {
        status.fail(error);
        drain();
        return status.failed();
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
        facts.forgetSecrets();
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
