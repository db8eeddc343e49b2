package oriel.service;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.InputHandles;

/**
 * What ties a session to one connection: the endpoints that the provider gave for it, and the session's side of them.
 * Endpoints are per attachment, not per connection (sequences.md, section 4.2).
 */
final class Attachment {

    private final EndpointCalls calls;
    private final InputHandles inputs;
    private final Optional<VideoEndpoint> video;
    private final SessionScreen screen;
    private final SessionInput input = new SessionInput();
    private final Layouts layouts;
    private volatile @Nullable Devices devices;

    /** Opens nothing yet; {@code follow} hears of the monitors that the client has from now on. */
    Attachment(
            EndpointCalls calls,
            InputHandles inputs,
            Optional<VideoEndpoint> video,
            Size size,
            Consumer<MonitorLayout> follow) {
        this.calls = calls;
        this.inputs = inputs;
        this.video = video;
        this.screen = new SessionScreen(size, calls::brokenWatcher);
        this.layouts = new Layouts(follow);
    }

    /** Opens the endpoints on the scene that is shown first. */
    void open(@Nullable Scene scene) throws ConnectionEnded {
        show(scene);
        if (inputs.keyboard().isPresent()) {
            calls.open("KeyboardEndpoint", () -> inputs.keyboard().get().open(input.keyboard()));
        }
        if (inputs.mouse().isPresent()) {
            calls.open("PointerEndpoint", () -> inputs.mouse().get().open(input.pointer()));
        }
        if (video.isPresent()) {
            calls.open("VideoEndpoint", () -> video.get().open(screen, layouts));
        }
    }

    void show(@Nullable Scene scene) {
        input.turnTo(scene);
        screen.show(scene);
    }

    SessionScreen screen() {
        return screen;
    }

    /** The desktop's lock keys stand like this. */
    void show(KeyboardLocks locks) {
        inputs.keyboard().ifPresent(keyboard -> {
            try {
                keyboard.show(locks);
            } catch (RuntimeException e) {
                calls.brokenWatcher(e);
            }
        });
    }

    /** The user works: clipboard and sound are the client's too. */
    void share(Devices shared) {
        devices = shared;
    }

    Optional<Devices> devices() {
        return Optional.ofNullable(devices);
    }

    /** Nothing is shown and nothing heard any more; nobody is told. Calls no provider. */
    void cut() {
        layouts.end();
        devices().ifPresent(Devices::cut);
        input.turnTo(null);
        screen.end();
    }

    /** Closes the endpoints. */
    void close() {
        devices().ifPresent(Devices::close);
        inputs.keyboard().ifPresent(keyboard -> calls.close("KeyboardEndpoint", keyboard::close));
        inputs.mouse().ifPresent(mouse -> calls.close("PointerEndpoint", mouse::close));
        video.ifPresent(endpoint -> calls.close("VideoEndpoint", endpoint::close));
    }
}
