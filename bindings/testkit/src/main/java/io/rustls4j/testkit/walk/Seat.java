package io.rustls4j.testkit.walk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One side, with what is on its way to it, and what it has said and heard. */
final class Seat {
    /** For a record and more, which engines may insist on. */
    private static final int ROOMY = 17_000;

    private static final byte[] NOTHING = {};

    private final String name;
    private final SSLEngine engine;
    private final SplittableRandom random;
    private final AnyBuffers buffers;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private byte[] onTheWay = {};
    private boolean finished;
    private @Nullable SSLException failure;

    Seat(String name, SSLEngine engine, SplittableRandom random) {
        this.name = name;
        this.engine = engine;
        this.random = random;
        this.buffers = new AnyBuffers(random);
    }

    boolean isFinished() {
        return finished;
    }

    @Nullable SSLException failure() {
        return failure;
    }

    int lengthOfSaid() {
        return said.size();
    }

    /** Whether it has heard all of what the other one said, or part of that, and nothing else. */
    boolean hasHeardAllOf(Seat other) {
        byte[] mine = heard.toByteArray();
        byte[] whole = other.said.toByteArray();
        check(
                mine.length <= whole.length
                        && Arrays.equals(mine, Arrays.copyOf(whole, mine.length)),
                "what is heard is what was said");
        return mine.length == whole.length;
    }

    void receive(byte[] bytes) {
        int before = onTheWay.length;
        onTheWay = Arrays.copyOf(onTheWay, before + bytes.length);
        System.arraycopy(bytes, 0, onTheWay, before, bytes.length);
    }

    void closeOutbound() {
        engine.closeOutbound();
    }

    /**
     * Does something, mostly what the engine asks for.
     *
     * @param talks whether application data may be sent
     * @return what it sends; null if nothing has happened
     */
    byte @Nullable [] step(boolean talks) {
        try {
            HandshakeStatus status = engine.getHandshakeStatus();
            boolean obedient = random.nextInt(10) != 0;
            if (status == HandshakeStatus.NEED_TASK && obedient) {
                return runTasks() ? NOTHING : null;
            }
            boolean wraps =
                    switch (status) {
                        case NEED_WRAP -> obedient;
                        case NEED_UNWRAP -> !obedient;
                        default -> random.nextBoolean();
                    };
            return wraps ? wrap(talks ? message() : NOTHING) : unwrap();
        } catch (SSLException e) {
            if (failure != null) {
                return null;
            }
            failure = e;
            return NOTHING;
        }
    }

    private boolean runTasks() {
        boolean any = false;
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
            any = true;
        }
        return any;
    }

    /** Short ones mostly, some of several records, and now and then one too early. */
    private byte[] message() {
        if (!finished && random.nextInt(10) != 0) {
            return NOTHING;
        }
        byte[] message = new byte[random.nextInt(random.nextInt(5) == 0 ? 40_000 : 300)];
        random.nextBytes(message);
        return message;
    }

    /** Now and then not enough. */
    private int room() {
        return random.nextInt(12) == 0 ? random.nextInt(400) : ROOMY + random.nextInt(2_000);
    }

    private byte @Nullable [] wrap(byte[] message) throws SSLException {
        ByteBuffer[] sources = buffers.gathered(message);
        ByteBuffer target = buffers.empty(room());
        int start = target.position();
        SSLEngineResult result =
                sources.length == 1
                        ? engine.wrap(sources[0], target)
                        : engine.wrap(sources, 0, sources.length, target);
        int taken = message.length - (int) AnyBuffers.remaining(sources);
        byte[] sent = new byte[target.position() - start];
        target.get(start, sent);
        check(result, taken, sent.length);
        said.write(message, 0, taken);
        return sent.length > 0 ? sent : null;
    }

    private byte @Nullable [] unwrap() throws SSLException {
        int length = random.nextInt(5) == 0 ? random.nextInt(onTheWay.length + 1) : onTheWay.length;
        ByteBuffer source = buffers.of(onTheWay, 0, length);
        ByteBuffer[] targets = buffers.scattered(room());
        ByteBuffer[] views =
                Arrays.stream(targets).map(ByteBuffer::duplicate).toArray(ByteBuffer[]::new);
        int produced;
        SSLEngineResult result;
        try {
            result =
                    targets.length == 1
                            ? engine.unwrap(source, targets[0])
                            : engine.unwrap(source, targets, 0, targets.length);
        } finally {
            // What comes with a failure counts as well.
            produced = hear(views, targets);
            onTheWay = Arrays.copyOfRange(onTheWay, length - source.remaining(), onTheWay.length);
        }
        int taken = length - source.remaining();
        check(result, taken, produced);
        return taken > 0 ? NOTHING : null;
    }

    /** Reads what was written to buffers, of which there are views from before. */
    private int hear(ByteBuffer[] before, ByteBuffer[] after) {
        int sum = 0;
        for (int i = 0; i < before.length; i++) {
            byte[] bytes = new byte[after[i].position() - before[i].position()];
            before[i].get(bytes);
            heard.writeBytes(bytes);
            sum += bytes.length;
        }
        return sum;
    }

    private void check(SSLEngineResult result, int consumed, int produced) {
        check(
                result.bytesConsumed() == consumed && result.bytesProduced() == produced,
                "a result says what has moved: not " + consumed + ", " + produced + ": " + result);
        finished |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(name + ": " + rule);
        }
    }
}
