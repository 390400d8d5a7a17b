package io.crosswise.channel.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A mail server that answers one connection by script: a reply per command, or hangs up where it is {@link #HANG_UP}. */
final class ScriptedSmtpServer implements AutoCloseable {
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Map<String, String> replies;

    /** @param replies by command, for example {@code RCPT}; {@code .} is the end of the message; others succeed */
    ScriptedSmtpServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket connection = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), false, StandardCharsets.US_ASCII)) {
            say(out, "220 ready");
            boolean content = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
                if (content && !line.equals(".")) {
                    continue;
                }
                String reply = replies.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                if (reply.equals(HANG_UP)) {
                    return;
                }
                say(out, reply);
                content = command.equals("DATA") && reply.startsWith("354");
            }
        } catch (IOException e) {
            // The test has closed the server or the client has hung up; both end the script.
        }
    }

    private static void say(PrintWriter out, String reply) {
        out.print(reply + "\r\n");
        out.flush();
    }
}
