package oriel.licensing.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers as it is told, and remembers what it was asked. */
final class ScriptedAuthority implements LicenseAuthority {
    boolean accepts;
    Function<Device, LicenseAnswer> answer = _ -> new LicenseAnswer.ValidClient();

    final List<PresentedLicense> presented = new ArrayList<>();
    final List<Device> devices = new ArrayList<>();

    @Override
    public boolean accepts(Device device, PresentedLicense license) {
        devices.add(device);
        presented.add(license);
        return accepts;
    }

    @Override
    public LicenseAnswer answer(Device device, Optional<PresentedLicense> license) {
        devices.add(device);
        return answer.apply(device);
    }
}
