package oriel.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** One fuzz target for every decoder; {@link oriel.fuzz} says how to run them. */
class DecoderFuzzTest {
    private static final String LONG_ENOUGH = "20s";

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void framer(byte[] bytes) {
        Target.framer.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void x224(byte[] bytes) {
        Target.x224.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void connectInitial(byte[] bytes) {
        Target.connectInitial.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void connectResponse(byte[] bytes) {
        Target.connectResponse.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void conferenceCreateRequest(byte[] bytes) {
        Target.conferenceCreateRequest.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void conferenceCreateResponse(byte[] bytes) {
        Target.conferenceCreateResponse.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void mcs(byte[] bytes) {
        Target.mcs.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clientInfo(byte[] bytes) {
        Target.clientInfo.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void sessionInfo(byte[] bytes) {
        Target.sessionInfo.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void license(byte[] bytes) {
        Target.license.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void licenseError(byte[] bytes) {
        Target.licenseError.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void licensePacket(byte[] bytes) {
        Target.licensePacket.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void serverCertificate(byte[] bytes) {
        Target.serverCertificate.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void newLicenseInformation(byte[] bytes) {
        Target.newLicenseInformation.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void platformChallengeResponseData(byte[] bytes) {
        Target.platformChallengeResponseData.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clientHardwareId(byte[] bytes) {
        Target.clientHardwareId.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void licensedProductInformation(byte[] bytes) {
        Target.licensedProductInformation.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void licenseServerInformation(byte[] bytes) {
        Target.licenseServerInformation.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void presentedLicense(byte[] bytes) {
        Target.presentedLicense.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void licenseExchange(byte[] bytes) {
        Target.licenseExchange.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void share(byte[] bytes) {
        Target.share.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void capabilitySet(byte[] bytes) {
        Target.capabilitySet.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void fastPathInput(byte[] bytes) {
        Target.fastPathInput.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void slowPathInput(byte[] bytes) {
        Target.slowPathInput.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void autoDetectRequest(byte[] bytes) {
        Target.autoDetectRequest.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void autoDetectResponse(byte[] bytes) {
        Target.autoDetectResponse.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void heartbeat(byte[] bytes) {
        Target.heartbeat.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void multitransportRequest(byte[] bytes) {
        Target.multitransportRequest.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void multitransportResponse(byte[] bytes) {
        Target.multitransportResponse.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clipboard(byte[] bytes) {
        Target.clipboard.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clipboardShortNames(byte[] bytes) {
        Target.clipboardShortNames.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clipboardHtml(byte[] bytes) {
        Target.clipboardHtml.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clipboardBitmap(byte[] bytes) {
        Target.clipboardBitmap.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void clientSound(byte[] bytes) {
        Target.clientSound.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void serverSound(byte[] bytes) {
        Target.serverSound.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void toHelper(byte[] bytes) {
        Target.toHelper.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void fromHelper(byte[] bytes) {
        Target.fromHelper.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void reassembly(byte[] bytes) {
        Target.reassembly.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void dynamicFromClient(byte[] bytes) {
        Target.dynamicFromClient.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void dynamicFromServer(byte[] bytes) {
        Target.dynamicFromServer.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void dynamicReassembly(byte[] bytes) {
        Target.dynamicReassembly.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void displayControl(byte[] bytes) {
        Target.displayControl.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void fastPathUpdate(byte[] bytes) {
        Target.fastPathUpdate.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void slowPathUpdate(byte[] bytes) {
        Target.slowPathUpdate.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void slowPathPointer(byte[] bytes) {
        Target.slowPathPointer.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void interleaved(byte[] bytes) {
        Target.interleaved.check(bytes);
    }

    @FuzzTest(maxDuration = LONG_ENOUGH)
    void planar(byte[] bytes) {
        Target.planar.check(bytes);
    }
}
