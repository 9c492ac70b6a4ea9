package io.rustls4j.cli.demo;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the demo prints.
 *
 * @param out where lines go
 * @param live whether a person watches: lines may be coloured and redrawn
 * @param blocks whether block characters can be written
 */
record Terminal(PrintWriter out, boolean live, boolean blocks) {
    static Terminal of(PrintWriter out, Charset charset) {
        return new Terminal(out, Ansi.AUTO.enabled(), charset.newEncoder().canEncode("█░"));
    }

    /** Prints a line with picocli's markup. */
    void println(String marked) {
        out.println(text(marked));
    }

    /** Draws a line over the one that was drawn before. */
    void redraw(String marked) {
        out.print("\r" + text(marked));
        out.flush();
    }

    private String text(String marked) {
        return (live ? Ansi.ON : Ansi.OFF).string(marked);
    }
}
