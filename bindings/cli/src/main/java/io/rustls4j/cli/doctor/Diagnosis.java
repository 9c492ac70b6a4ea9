package io.rustls4j.cli.doctor;

import io.rustls4j.EngineKind;
import io.rustls4j.cli.VersionText;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the doctor finds.
 *
 * @param version this command's version
 * @param selection what applications get
 * @param rustls what is found out about rustls
 * @param jdk what is found out about the JDK's TLS
 * @param java the JDK
 * @param system the operating system and its processor
 * @param advice what to change; empty if all is well
 */
record Diagnosis(
        String version,
        Selection selection,
        EngineFinding rustls,
        EngineFinding jdk,
        JavaRuntime java,
        String system,
        List<String> advice) {
    static Diagnosis make() {
        // Before the selection, whose own warning would only say the same once more.
        JavaRuntime java = JavaRuntime.current();
        EngineFinding rustls = EngineFinding.of(EngineKind.RUSTLS);
        Selection selection = Selection.make();
        return new Diagnosis(
                VersionText.version(),
                selection,
                rustls,
                EngineFinding.of(EngineKind.JDK),
                java,
                describeSystem(),
                advice(selection, rustls, java));
    }

    boolean rustlsRuns() {
        return selection.kind().filter(kind -> kind == EngineKind.RUSTLS).isPresent();
    }

    private static List<String> advice(
            Selection selection, EngineFinding rustls, JavaRuntime java) {
        List<String> advice = new ArrayList<>();
        if (rustls instanceof EngineFinding.Fails fails) {
            advice.add("to let rustls run: " + fails.reason());
        } else if (selection.kind().isEmpty()) {
            advice.add(selection.reason());
        } else if (selection.kind().get() == EngineKind.JDK) {
            advice.add("rustls would run here, but is not chosen: " + selection.reason());
        }
        if (!java.nativeAccess()) {
            advice.add(
                    "start java with --enable-native-access=ALL-UNNAMED: without it the JDK prints warnings, and"
                            + " future ones refuse");
        }
        return List.copyOf(advice);
    }

    private static String describeSystem() {
        return System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", "
                + System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors";
    }
}
