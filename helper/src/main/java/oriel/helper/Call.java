package oriel.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.ToHelper;

/** An exchange in which somebody waits for what the helper says next. */
final class Call implements AutoCloseable {

    private final Line line;
    private final BlockingQueue<FromHelper> heard = new LinkedBlockingQueue<>();
    private final int id;
    private boolean over;

    Call(Line line, Line.First first) throws IOException, InterruptedException {
        this.line = line;
        this.id = line.begin(first, heard::add);
    }

    int id() {
        return id;
    }

    /** What comes next. */
    FromHelper next(Duration patience) throws IOException, InterruptedException {
        FromHelper message = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new HelperGoneException("the helper did not answer within " + patience.toSeconds() + " s");
        }
        return message;
    }

    /** Nothing is to be cancelled. */
    void done() {
        over = true;
    }

    /** Whatever it was, nobody waits for it any more. */
    @Override
    public void close() {
        line.forget(id);
        if (!over) {
            line.tell(new ToHelper.Cancel(id));
        }
    }
}
