package io.rustls4j.jdk;

import io.rustls4j.ServerSessions;
import io.rustls4j.engine.ServerSettings;
import java.util.OptionalInt;

/** What can be done about session tickets: the JDK has switches for the whole process only. */
final class Tickets {
    private static final String STATELESS = "jdk.tls.server.enableSessionTicketExtension";
    private static final String COUNT = "jdk.tls.server.newSessionTicketCount";
    private static final int DEFAULT_COUNT = 1;
    private static final int MAX_COUNT = 10;

    private Tickets() {}

    static void check(ServerSettings settings) {
        Refusals.refuseIf(
                settings.sessions() instanceof ServerSessions.Stored,
                "a session store of the application (ServerSessions.Stored)",
                "use ServerSessions.InMemory, StatelessTickets or Disabled");
        Refusals.refuseIf(
                settings.sessions() instanceof ServerSessions.TicketKeys,
                "ticket keys of the application (ServerSessions.TicketKeys)",
                "use ServerSessions.StatelessTickets, whose keys the JDK makes");
        Refusals.refuseIf(
                settings.sessions() instanceof ServerSessions.StatelessTickets
                        && System.getProperty(STATELESS, "true").equalsIgnoreCase("false"),
                "stateless tickets (ServerSessions.StatelessTickets) while -D"
                        + STATELESS
                        + "=false",
                "take that property away");
        Refusals.refuseIf(
                settings.sessions() instanceof ServerSessions.StatelessTickets tickets
                        && !tickets.equals(new ServerSessions.StatelessTickets()),
                "a lifetime of stateless tickets (ServerSessions.StatelessTickets)",
                "it leaves a ticket's age to the client, for a day; leave the lifetime out");
        Refusals.refuseIf(
                settings.maxTls13Tickets().isPresent(),
                "as many tickets as a client asks for (maxTls13Tickets)",
                "it does not read the client's wish (RFC 9149)");
        OptionalInt count = settings.sendTls13Tickets();
        Refusals.refuseIf(
                count.isPresent() && count.getAsInt() != 0 && count.getAsInt() != count(),
                count + " tickets (sendTls13Tickets)",
                "it sends 0 or " + count() + "; -D" + COUNT + " sets that number for the process");
    }

    /** Whether clients get TLS 1.3 tickets. */
    static boolean wanted(ServerSettings settings) {
        return !(settings.sessions() instanceof ServerSessions.Disabled)
                && settings.sendTls13Tickets().orElse(1) != 0;
    }

    private static int count() {
        int count = Integer.getInteger(COUNT, DEFAULT_COUNT);
        return count < 0 || count > MAX_COUNT ? DEFAULT_COUNT : count;
    }
}
