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

/** Runs the gate in a separate Java process, which reads sets from its standard input and writes findings to its standard output. */
public final class GateWorker {

    /** Command-line argument that starts the application as a gate worker. */
    public static final String COMMAND = "look-at-models";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Marks a message with the name of the checked file. An answer consists of such messages and a final message with the findings. */
    private static final byte AT = 1;

    private static final byte FOUND = 2;

    private GateWorker() {}

    /** Answers requests until the input stream ends. */
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

    /** Ends this process as soon as the server process ends, even during a check. */
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
            // The message with the findings will fail too, and the exception ends this worker process.
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

    /** Sends the files of a set to a worker, in the format that {@link #run} reads. */
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
     * @param at receives the name of the file that the worker is checking
     * @throws EOFException if the worker process has ended
     */
    public static List<Finding> found(InputStream worker, Consumer<String> at) throws IOException {
        DataInputStream in = new DataInputStream(worker);
        while (in.readByte() == AT) {
            at.accept(in.readUTF());
        }
        return JSON.readValue(in.readNBytes(in.readInt()), new TypeReference<List<Finding>>() {});
    }
}
