package io.rustls4j.testkit.walk;

import java.util.Optional;
import java.util.SplittableRandom;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Two engines that shake hands, talk and close. Turns, buffers and messages are random, from one
 * seed; the engines' own randomness is not. Results must say what has moved, and nobody may hear
 * what was not said; both are checked here. For one thread.
 */
public final class RandomWalk {
    private static final int ENOUGH_SAID = 3_000;

    /** Somebody talks to a side that cannot understand. */
    private static final int TOO_MUCH_SAID = 100_000;

    private static final int ENOUGH_STEPS = 20_000;

    /** So many turns without anything happening mean that nothing will. */
    private static final int PATIENCE = 200;

    /** Flights and records of a connection, roughly. */
    private static final int FLIGHTS = 12;

    private final SplittableRandom random;
    private final Seat client;
    private final Seat server;
    private int flightsToDamage;
    private boolean damaged;

    private RandomWalk(SSLEngine client, SSLEngine server, long seed, boolean damages) {
        random = new SplittableRandom(seed);
        this.client = new Seat("client", client, random);
        this.server = new Seat("server", server, random);
        flightsToDamage = damages ? random.nextInt(FLIGHTS) : Integer.MAX_VALUE;
    }

    /**
     * How a walk came out.
     *
     * @param clientFailure what the client has thrown first, if anything
     * @param serverFailure what the server has thrown first, if anything
     * @param damaged whether anything was damaged on its way
     * @param finished whether both have reported the end of the handshake
     * @param heard whether both have said something, and heard all that the other one said
     */
    public record Outcome(
            Optional<SSLException> clientFailure,
            Optional<SSLException> serverFailure,
            boolean damaged,
            boolean finished,
            boolean heard) {
        /**
         * Whether neither has failed.
         *
         * @return true if so
         */
        public boolean isPeaceful() {
            return clientFailure.isEmpty() && serverFailure.isEmpty();
        }
    }

    /**
     * Goes all the way.
     *
     * @param client a new engine in client mode
     * @param server a new engine in server mode
     * @param seed of all chance
     * @param damages whether something happens to one flight, if there are so many
     * @return what came of it
     * @throws AssertionError if an engine lies
     */
    public static Outcome of(SSLEngine client, SSLEngine server, long seed, boolean damages) {
        return new RandomWalk(client, server, seed, damages).go();
    }

    private Outcome go() {
        proceed(true);
        proceed(false);
        boolean finished = client.isFinished() && server.isFinished();
        client.closeOutbound();
        server.closeOutbound();
        proceed(false);
        boolean clientHeard = client.hasHeardAllOf(server);
        boolean serverHeard = server.hasHeardAllOf(client);
        return new Outcome(
                Optional.ofNullable(client.failure()),
                Optional.ofNullable(server.failure()),
                damaged,
                finished,
                clientHeard && serverHeard && bothHaveSpoken());
    }

    /** Until enough is said, or nothing happens any more. */
    private void proceed(boolean talks) {
        int quiet = 0;
        for (int step = 0; step < ENOUGH_STEPS && quiet < PATIENCE; step++) {
            if (talks && enoughIsSaid()) {
                return;
            }
            Seat turn = random.nextBoolean() ? client : server;
            byte[] sent = turn.step(talks);
            quiet = sent == null ? quiet + 1 : 0;
            if (sent != null && sent.length > 0) {
                (turn == client ? server : client).receive(onTheWay(sent));
            }
        }
    }

    private boolean enoughIsSaid() {
        if (client.failure() != null || server.failure() != null) {
            return true;
        }
        int all = client.lengthOfSaid() + server.lengthOfSaid();
        boolean both = client.isFinished() && server.isFinished() && bothHaveSpoken();
        return all > (both ? ENOUGH_SAID : TOO_MUCH_SAID);
    }

    private boolean bothHaveSpoken() {
        return client.lengthOfSaid() > 0 && server.lengthOfSaid() > 0;
    }

    private byte[] onTheWay(byte[] sent) {
        if (flightsToDamage-- != 0) {
            return sent;
        }
        damaged = true;
        Damage[] kinds = Damage.values();
        return kinds[random.nextInt(kinds.length)].apply(sent, random);
    }
}
