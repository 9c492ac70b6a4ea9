package io.rustls4j.jsse.oracle;

import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Prints what becomes of server names with this JVM's properties, for clients of both stacks. */
final class ServerNameProgram {
    private ServerNameProgram() {}

    public static void main(String[] arguments) throws Exception {
        for (Stack stack : Stack.values()) {
            for (boolean own : new boolean[] {false, true}) {
                for (String note : play(stack, own)) {
                    System.out.println(stack + " " + (own ? "own " : "usual ") + note);
                }
            }
        }
    }

    private static List<String> play(Stack stack, boolean own) throws Exception {
        Cast cast = Cast.usual();
        Table table =
                new Table(
                        new Setting(stack, Stack.JDK, Setting.TLS_1_3),
                        cast.withClient(client -> set(client, own)));
        SSLEngine client = table.client().engine();
        table.handshake();
        table.note("set", () -> client.getSSLParameters().getServerNames());
        table.note("asked for", () -> names(client));
        table.note("was asked for", () -> names(table.server().engine()));
        return table.notes();
    }

    /** The host is the right one, and identifies the server where no name is sent. */
    private static void set(SSLEngine client, boolean own) {
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (own) {
            parameters.setServerNames(List.of(new SNIHostName("other.test")));
        }
        client.setSSLParameters(parameters);
    }

    private static Object names(SSLEngine engine) {
        return ((ExtendedSSLSession) engine.getSession()).getRequestedServerNames();
    }
}
