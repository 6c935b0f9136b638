package fr.acse.platform.gate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The gate in a Java of its own: it reads sets from its standard input and writes what it finds to its standard output. */
public final class GateWorker {

    /** Argument with which the application becomes one. */
    public static final String COMMAND = "look-at-models";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer is a number of lines that say where it is, then what it found. */
    private static final byte AT = 1;

    private static final byte FOUND = 2;

    private GateWorker() {}

    /** Until nobody asks any more. */
    public static void run(InputStream asked, OutputStream told) throws IOException {
        endsWithTheServer();
        Gate gate = Gate.ofTheSoftware();
        DataInputStream in = new DataInputStream(asked);
        DataOutputStream out = new DataOutputStream(told);
        try {
            while (true) {
                answer(gate, read(in), out);
            }
        } catch (EOFException nobodyAsks) {
            return;
        }
    }

    /** Also in the middle of a set. */
    private static void endsWithTheServer() {
        ProcessHandle.current()
                .parent()
                .ifPresent(server ->
                        server.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    private static void answer(Gate gate, Map<String, byte[]> files, DataOutputStream out) throws IOException {
        String[] last = {""};
        List<Finding> found;
        try {
            found = gate.findings(files, at -> {
                last[0] = at;
                tell(out, at);
            });
        } catch (StackOverflowError deep) {
            found = List.of(Finding.ofFile("tooDeep", last[0]));
        } catch (RuntimeException failure) {
            found = List.of(
                    Finding.ofFile("notChecked", last[0], failure.getClass().getSimpleName()));
        }
        byte[] text = JSON.writeValueAsBytes(found);
        out.writeByte(FOUND);
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    private static void tell(DataOutputStream out, String at) {
        try {
            out.writeByte(AT);
            out.writeUTF(at);
            out.flush();
        } catch (IOException nobodyListens) {
            // The next answer fails, too, and ends this Java.
            return;
        }
    }

    private static Map<String, byte[]> read(DataInputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int number = in.readInt();
        for (int i = 0; i < number; i++) {
            files.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return files;
    }

    /** The other side of {@link #run}. */
    public static void ask(Map<String, byte[]> files, OutputStream worker) throws IOException {
        DataOutputStream out = new DataOutputStream(worker);
        out.writeInt(files.size());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
        out.flush();
    }

    /**
     * @param at is told which file is looked at
     * @throws EOFException if the worker has ended
     */
    public static List<Finding> found(InputStream worker, Consumer<String> at) throws IOException {
        DataInputStream in = new DataInputStream(worker);
        while (in.readByte() == AT) {
            at.accept(in.readUTF());
        }
        return JSON.readValue(in.readNBytes(in.readInt()), new TypeReference<List<Finding>>() {});
    }
}
