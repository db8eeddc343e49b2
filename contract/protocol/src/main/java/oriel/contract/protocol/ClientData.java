package oriel.contract.protocol;

import java.util.Arrays;

/**
 * What a client says about itself ({@code WTS_CLIENT_DATA}; page <em>WTS_CLIENT_DATA (wtsdefs.h)</em>, 55 members). The
 * answer to {@link ProtocolConnection#getClientData}, in and out (Q38): the service fills in the redirection switches
 * from policy, the provider puts over them what it knows. True in a {@code disable…} member switches off (Q13). Members
 * from {@code clientName} to {@code clientDigProductId} only feed session lists. A member that the protocol does not
 * know is empty, zero or false.
 *
 * <p>Values are immutable but for the password, which its owner wipes: the provider its own copy once
 * {@code GetClientData} has returned, the service the one it received once the logon is done.
 *
 * @param disableCtrlAltDel {@code fDisableCtrlAltDel}: the secure-attention key sequence is not asked for before logon
 * @param doubleClickDetect {@code fDoubleClickDetect}: the client can report double clicks
 * @param enableWindowsKey {@code fEnableWindowsKey}: the Windows key reaches the session
 * @param hideTitleBar {@code fHideTitleBar}: title bar hidden; MS-TSTS calls it unused, and so does Oriel
 * @param inheritAutoLogon {@code fInheritAutoLogon}: log on with the user name, domain and password given here,
 *     whatever the listener's value of the same name says
 * @param promptForPassword {@code fPromptForPassword}: ask for the password even where auto-logon would spare it
 * @param usingSavedCreds {@code fUsingSavedCreds}: the credentials were saved on the client's machine
 * @param domain {@code Domain}: domain for automatic logon, at most 255 characters
 * @param userName {@code UserName}: user for automatic logon, at most 255 characters
 * @param password {@code Password}: password for automatic logon, at most 255 characters; copied in; secret, see
 *     {@link #wipe()}
 * @param passwordIsScPin {@code fPasswordIsScPin}: the password is the PIN of a smart card
 * @param inheritInitialProgram {@code fInheritInitialProgram}: start {@code initialProgram} instead of the usual shell,
 *     whatever the listener's value says; without it that member, {@code workDirectory} and {@code maximizeShell} are
 *     void
 * @param workDirectory {@code WorkDirectory}: where the initial program starts, at most 256 characters
 * @param initialProgram {@code InitialProgram}: the initial program, at most 256 characters
 * @param maximizeShell {@code fMaximizeShell}: the initial program's window fills the screen
 * @param encryptionLevel {@code EncryptionLevel}: of {@link EncryptionLevel}
 * @param performanceFlags {@code PerformanceFlags}: bits of {@link PerformanceFlags}
 * @param protocolName {@code ProtocolName}: name of the protocol, e.g. {@code RDP}, at most 8 characters
 * @param protocolType {@code ProtocolType}: number of the protocol: 0 console, 1 legacy, 2 RDP
 * @param inheritColorDepth {@code fInheritColorDepth}: use the client's colour depth, whatever the listener's value
 *     says
 * @param hRes {@code HRes}: width of the client's screen, pixels
 * @param vRes {@code VRes}: height of the client's screen, pixels
 * @param colorDepth {@code ColorDepth}: bits per pixel; {@link ColorDepthCoding#toClientDisplay} gives the coding of
 *     the original (Q14)
 * @param displayDriverName {@code DisplayDriverName}: display driver to load, at most 8 characters
 * @param displayDeviceName {@code DisplayDeviceName}: display device without path and number (for
 *     <code>&#92;Device&#92;VideoDev0</code> it is {@code VideoDev}), at most 19 characters
 * @param mouse {@code fMouse}: the client has a mouse and its input counts
 * @param keyboardLayout {@code KeyboardLayout}: keyboard layout id of Windows, e.g. 0x0000040C for French; 0 = unknown
 * @param keyboardType {@code KeyboardType}: keyboard type of Windows, e.g. 4 for 101 or 102 keys
 * @param keyboardSubType {@code KeyboardSubType}: subtype, defined by the maker
 * @param keyboardFunctionKey {@code KeyboardFunctionKey}: number of function keys
 * @param imeFileName {@code imeFileName}: file of the input method, at most 32 characters
 * @param activeInputLocale {@code ActiveInputLocale}: language in the low word, handle of the keyboard device in the
 *     high word
 * @param noAudioPlayback {@code fNoAudioPlayback}: true = no sound
 * @param remoteConsoleAudio {@code fRemoteConsoleAudio}: sound plays at the host
 * @param audioDriverName {@code AudioDriverName}: audio driver to load, at most 8 characters
 * @param clientTimeZone {@code ClientTimeZone}: time zone; {@link WindowsTimeZones} makes a zone of Java from it
 * @param clientName {@code ClientName}: name of the client machine, cut to 20 characters
 * @param serialNumber {@code SerialNumber}: serial number of the client
 * @param clientAddressFamily {@code ClientAddressFamily}: 2 IPv4, 23 IPv6, 0 unknown
 * @param clientAddress {@code ClientAddress}: address as text, at most 30 characters
 * @param clientSockAddress {@code ClientSockAddress}: address and port in binary form
 * @param clientDirectory {@code ClientDirectory}: directory of the client software, at most 256 characters
 * @param clientBuildNumber {@code ClientBuildNumber}: build number of the client software
 * @param clientProductId {@code ClientProductId}: product number of the client software
 * @param outBufCountHost {@code OutBufCountHost}: output buffers at the host
 * @param outBufCountClient {@code OutBufCountClient}: output buffers at the client
 * @param outBufLength {@code OutBufLength}: size of an output buffer, bytes
 * @param clientSessionId {@code ClientSessionId}: number of the session in which the client software itself runs
 * @param clientDigProductId {@code ClientDigProductId}: product id of the client software as text, at most 32
 *     characters
 * @param disableCpm {@code fDisableCpm}: no printer redirection
 * @param disableCdm {@code fDisableCdm}: no drive redirection
 * @param disableCcm {@code fDisableCcm}: no serial-port redirection
 * @param disableLpt {@code fDisableLPT}: no parallel-port redirection
 * @param disableClip {@code fDisableClip}: no clipboard redirection
 * @param disablePnp {@code fDisablePNP}: no plug-and-play redirection
 */
public record ClientData(
        boolean disableCtrlAltDel,
        boolean doubleClickDetect,
        boolean enableWindowsKey,
        boolean hideTitleBar,
        boolean inheritAutoLogon,
        boolean promptForPassword,
        boolean usingSavedCreds,
        String domain,
        String userName,
        char[] password,
        boolean passwordIsScPin,
        boolean inheritInitialProgram,
        String workDirectory,
        String initialProgram,
        boolean maximizeShell,
        int encryptionLevel,
        int performanceFlags,
        String protocolName,
        int protocolType,
        boolean inheritColorDepth,
        int hRes,
        int vRes,
        int colorDepth,
        String displayDriverName,
        String displayDeviceName,
        boolean mouse,
        int keyboardLayout,
        int keyboardType,
        int keyboardSubType,
        int keyboardFunctionKey,
        String imeFileName,
        int activeInputLocale,
        boolean noAudioPlayback,
        boolean remoteConsoleAudio,
        String audioDriverName,
        TimeZoneInformation clientTimeZone,
        String clientName,
        int serialNumber,
        int clientAddressFamily,
        String clientAddress,
        SocketAddress clientSockAddress,
        String clientDirectory,
        int clientBuildNumber,
        int clientProductId,
        int outBufCountHost,
        int outBufCountClient,
        int outBufLength,
        int clientSessionId,
        String clientDigProductId,
        boolean disableCpm,
        boolean disableCdm,
        boolean disableCcm,
        boolean disableLpt,
        boolean disableClip,
        boolean disablePnp) {

    /** Checks the lengths of texts and copies arrays. */
    public ClientData {
        Lengths.check("Domain", domain, WtsDefs.DOMAIN_LENGTH);
        Lengths.check("UserName", userName, WtsDefs.USERNAME_LENGTH);
        Lengths.check("Password", password, WtsDefs.PASSWORD_LENGTH);
        password = password.clone();
        Lengths.check("WorkDirectory", workDirectory, WtsDefs.DIRECTORY_LENGTH);
        Lengths.check("InitialProgram", initialProgram, WtsDefs.INITIALPROGRAM_LENGTH);
        Lengths.check("ProtocolName", protocolName, WtsDefs.PROTOCOL_NAME_LENGTH);
        Lengths.check("DisplayDriverName", displayDriverName, WtsDefs.DRIVER_NAME_LENGTH);
        Lengths.check("DisplayDeviceName", displayDeviceName, WtsDefs.DEVICE_NAME_LENGTH);
        Lengths.check("imeFileName", imeFileName, WtsDefs.IMEFILENAME_LENGTH);
        Lengths.check("AudioDriverName", audioDriverName, WtsDefs.DRIVER_NAME_LENGTH);
        Lengths.check("ClientName", clientName, WtsDefs.CLIENTNAME_LENGTH);
        Lengths.check("ClientAddress", clientAddress, WtsDefs.CLIENTADDRESS_LENGTH);
        Lengths.check("ClientDirectory", clientDirectory, WtsDefs.DIRECTORY_LENGTH);
        Lengths.check("ClientDigProductId", clientDigProductId, WtsDefs.CLIENT_PRODUCT_ID_LENGTH);
    }

    /**
     * Starts an empty value: switches off, texts empty, numbers zero.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from this value.
     *
     * @return a builder that holds all members of this value
     */
    public Builder toBuilder() {
        return new Builder()
                .disableCtrlAltDel(disableCtrlAltDel)
                .doubleClickDetect(doubleClickDetect)
                .enableWindowsKey(enableWindowsKey)
                .hideTitleBar(hideTitleBar)
                .inheritAutoLogon(inheritAutoLogon)
                .promptForPassword(promptForPassword)
                .usingSavedCreds(usingSavedCreds)
                .domain(domain)
                .userName(userName)
                .password(password)
                .passwordIsScPin(passwordIsScPin)
                .inheritInitialProgram(inheritInitialProgram)
                .workDirectory(workDirectory)
                .initialProgram(initialProgram)
                .maximizeShell(maximizeShell)
                .encryptionLevel(encryptionLevel)
                .performanceFlags(performanceFlags)
                .protocolName(protocolName)
                .protocolType(protocolType)
                .inheritColorDepth(inheritColorDepth)
                .hRes(hRes)
                .vRes(vRes)
                .colorDepth(colorDepth)
                .displayDriverName(displayDriverName)
                .displayDeviceName(displayDeviceName)
                .mouse(mouse)
                .keyboardLayout(keyboardLayout)
                .keyboardType(keyboardType)
                .keyboardSubType(keyboardSubType)
                .keyboardFunctionKey(keyboardFunctionKey)
                .imeFileName(imeFileName)
                .activeInputLocale(activeInputLocale)
                .noAudioPlayback(noAudioPlayback)
                .remoteConsoleAudio(remoteConsoleAudio)
                .audioDriverName(audioDriverName)
                .clientTimeZone(clientTimeZone)
                .clientName(clientName)
                .serialNumber(serialNumber)
                .clientAddressFamily(clientAddressFamily)
                .clientAddress(clientAddress)
                .clientSockAddress(clientSockAddress)
                .clientDirectory(clientDirectory)
                .clientBuildNumber(clientBuildNumber)
                .clientProductId(clientProductId)
                .outBufCountHost(outBufCountHost)
                .outBufCountClient(outBufCountClient)
                .outBufLength(outBufLength)
                .clientSessionId(clientSessionId)
                .clientDigProductId(clientDigProductId)
                .disableCpm(disableCpm)
                .disableCdm(disableCdm)
                .disableCcm(disableCcm)
                .disableLpt(disableLpt)
                .disableClip(disableClip)
                .disablePnp(disablePnp);
    }

    /** Overwrites the password. Builders and values made from this one before keep their own copies. */
    public void wipe() {
        Arrays.fill(password, '\0');
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "ClientData[userName=" + userName + ", domain=" + domain + ", clientName=" + clientName + ", " + hRes
                + "x" + vRes + "]";
    }

    /** Collects the members of a {@link ClientData}; not for use by several threads. */
    public static final class Builder {
        private boolean disableCtrlAltDel;
        private boolean doubleClickDetect;
        private boolean enableWindowsKey;
        private boolean hideTitleBar;
        private boolean inheritAutoLogon;
        private boolean promptForPassword;
        private boolean usingSavedCreds;
        private String domain = "";
        private String userName = "";
        private char[] password = new char[0];
        private boolean passwordIsScPin;
        private boolean inheritInitialProgram;
        private String workDirectory = "";
        private String initialProgram = "";
        private boolean maximizeShell;
        private int encryptionLevel;
        private int performanceFlags;
        private String protocolName = "";
        private int protocolType;
        private boolean inheritColorDepth;
        private int hRes;
        private int vRes;
        private int colorDepth;
        private String displayDriverName = "";
        private String displayDeviceName = "";
        private boolean mouse;
        private int keyboardLayout;
        private int keyboardType;
        private int keyboardSubType;
        private int keyboardFunctionKey;
        private String imeFileName = "";
        private int activeInputLocale;
        private boolean noAudioPlayback;
        private boolean remoteConsoleAudio;
        private String audioDriverName = "";
        private TimeZoneInformation clientTimeZone = TimeZoneInformation.UTC;
        private String clientName = "";
        private int serialNumber;
        private int clientAddressFamily;
        private String clientAddress = "";
        private SocketAddress clientSockAddress = SocketAddress.NONE;
        private String clientDirectory = "";
        private int clientBuildNumber;
        private int clientProductId;
        private int outBufCountHost;
        private int outBufCountClient;
        private int outBufLength;
        private int clientSessionId;
        private String clientDigProductId = "";
        private boolean disableCpm;
        private boolean disableCdm;
        private boolean disableCcm;
        private boolean disableLpt;
        private boolean disableClip;
        private boolean disablePnp;

        private Builder() {}

        /**
         * Sets {@code fDisableCtrlAltDel}.
         *
         * @param value see {@link ClientData#disableCtrlAltDel()}
         * @return this
         */
        public Builder disableCtrlAltDel(boolean value) {
            disableCtrlAltDel = value;
            return this;
        }

        /**
         * Sets {@code fDoubleClickDetect}.
         *
         * @param value see {@link ClientData#doubleClickDetect()}
         * @return this
         */
        public Builder doubleClickDetect(boolean value) {
            doubleClickDetect = value;
            return this;
        }

        /**
         * Sets {@code fEnableWindowsKey}.
         *
         * @param value see {@link ClientData#enableWindowsKey()}
         * @return this
         */
        public Builder enableWindowsKey(boolean value) {
            enableWindowsKey = value;
            return this;
        }

        /**
         * Sets {@code fHideTitleBar}.
         *
         * @param value see {@link ClientData#hideTitleBar()}
         * @return this
         */
        public Builder hideTitleBar(boolean value) {
            hideTitleBar = value;
            return this;
        }

        /**
         * Sets {@code fInheritAutoLogon}.
         *
         * @param value see {@link ClientData#inheritAutoLogon()}
         * @return this
         */
        public Builder inheritAutoLogon(boolean value) {
            inheritAutoLogon = value;
            return this;
        }

        /**
         * Sets {@code fPromptForPassword}.
         *
         * @param value see {@link ClientData#promptForPassword()}
         * @return this
         */
        public Builder promptForPassword(boolean value) {
            promptForPassword = value;
            return this;
        }

        /**
         * Sets {@code fUsingSavedCreds}.
         *
         * @param value see {@link ClientData#usingSavedCreds()}
         * @return this
         */
        public Builder usingSavedCreds(boolean value) {
            usingSavedCreds = value;
            return this;
        }

        /**
         * Sets {@code Domain}.
         *
         * @param value see {@link ClientData#domain()}
         * @return this
         */
        public Builder domain(String value) {
            domain = value;
            return this;
        }

        /**
         * Sets {@code UserName}.
         *
         * @param value see {@link ClientData#userName()}
         * @return this
         */
        public Builder userName(String value) {
            userName = value;
            return this;
        }

        /**
         * Sets {@code Password}.
         *
         * @param value see {@link ClientData#password()}
         * @return this
         */
        public Builder password(char[] value) {
            password = value;
            return this;
        }

        /**
         * Sets {@code fPasswordIsScPin}.
         *
         * @param value see {@link ClientData#passwordIsScPin()}
         * @return this
         */
        public Builder passwordIsScPin(boolean value) {
            passwordIsScPin = value;
            return this;
        }

        /**
         * Sets {@code fInheritInitialProgram}.
         *
         * @param value see {@link ClientData#inheritInitialProgram()}
         * @return this
         */
        public Builder inheritInitialProgram(boolean value) {
            inheritInitialProgram = value;
            return this;
        }

        /**
         * Sets {@code WorkDirectory}.
         *
         * @param value see {@link ClientData#workDirectory()}
         * @return this
         */
        public Builder workDirectory(String value) {
            workDirectory = value;
            return this;
        }

        /**
         * Sets {@code InitialProgram}.
         *
         * @param value see {@link ClientData#initialProgram()}
         * @return this
         */
        public Builder initialProgram(String value) {
            initialProgram = value;
            return this;
        }

        /**
         * Sets {@code fMaximizeShell}.
         *
         * @param value see {@link ClientData#maximizeShell()}
         * @return this
         */
        public Builder maximizeShell(boolean value) {
            maximizeShell = value;
            return this;
        }

        /**
         * Sets {@code EncryptionLevel}.
         *
         * @param value see {@link ClientData#encryptionLevel()}
         * @return this
         */
        public Builder encryptionLevel(int value) {
            encryptionLevel = value;
            return this;
        }

        /**
         * Sets {@code PerformanceFlags}.
         *
         * @param value see {@link ClientData#performanceFlags()}
         * @return this
         */
        public Builder performanceFlags(int value) {
            performanceFlags = value;
            return this;
        }

        /**
         * Sets {@code ProtocolName}.
         *
         * @param value see {@link ClientData#protocolName()}
         * @return this
         */
        public Builder protocolName(String value) {
            protocolName = value;
            return this;
        }

        /**
         * Sets {@code ProtocolType}.
         *
         * @param value see {@link ClientData#protocolType()}
         * @return this
         */
        public Builder protocolType(int value) {
            protocolType = value;
            return this;
        }

        /**
         * Sets {@code fInheritColorDepth}.
         *
         * @param value see {@link ClientData#inheritColorDepth()}
         * @return this
         */
        public Builder inheritColorDepth(boolean value) {
            inheritColorDepth = value;
            return this;
        }

        /**
         * Sets {@code HRes}.
         *
         * @param value see {@link ClientData#hRes()}
         * @return this
         */
        public Builder hRes(int value) {
            hRes = value;
            return this;
        }

        /**
         * Sets {@code VRes}.
         *
         * @param value see {@link ClientData#vRes()}
         * @return this
         */
        public Builder vRes(int value) {
            vRes = value;
            return this;
        }

        /**
         * Sets {@code ColorDepth}.
         *
         * @param value see {@link ClientData#colorDepth()}
         * @return this
         */
        public Builder colorDepth(int value) {
            colorDepth = value;
            return this;
        }

        /**
         * Sets {@code DisplayDriverName}.
         *
         * @param value see {@link ClientData#displayDriverName()}
         * @return this
         */
        public Builder displayDriverName(String value) {
            displayDriverName = value;
            return this;
        }

        /**
         * Sets {@code DisplayDeviceName}.
         *
         * @param value see {@link ClientData#displayDeviceName()}
         * @return this
         */
        public Builder displayDeviceName(String value) {
            displayDeviceName = value;
            return this;
        }

        /**
         * Sets {@code fMouse}.
         *
         * @param value see {@link ClientData#mouse()}
         * @return this
         */
        public Builder mouse(boolean value) {
            mouse = value;
            return this;
        }

        /**
         * Sets {@code KeyboardLayout}.
         *
         * @param value see {@link ClientData#keyboardLayout()}
         * @return this
         */
        public Builder keyboardLayout(int value) {
            keyboardLayout = value;
            return this;
        }

        /**
         * Sets {@code KeyboardType}.
         *
         * @param value see {@link ClientData#keyboardType()}
         * @return this
         */
        public Builder keyboardType(int value) {
            keyboardType = value;
            return this;
        }

        /**
         * Sets {@code KeyboardSubType}.
         *
         * @param value see {@link ClientData#keyboardSubType()}
         * @return this
         */
        public Builder keyboardSubType(int value) {
            keyboardSubType = value;
            return this;
        }

        /**
         * Sets {@code KeyboardFunctionKey}.
         *
         * @param value see {@link ClientData#keyboardFunctionKey()}
         * @return this
         */
        public Builder keyboardFunctionKey(int value) {
            keyboardFunctionKey = value;
            return this;
        }

        /**
         * Sets {@code imeFileName}.
         *
         * @param value see {@link ClientData#imeFileName()}
         * @return this
         */
        public Builder imeFileName(String value) {
            imeFileName = value;
            return this;
        }

        /**
         * Sets {@code ActiveInputLocale}.
         *
         * @param value see {@link ClientData#activeInputLocale()}
         * @return this
         */
        public Builder activeInputLocale(int value) {
            activeInputLocale = value;
            return this;
        }

        /**
         * Sets {@code fNoAudioPlayback}.
         *
         * @param value see {@link ClientData#noAudioPlayback()}
         * @return this
         */
        public Builder noAudioPlayback(boolean value) {
            noAudioPlayback = value;
            return this;
        }

        /**
         * Sets {@code fRemoteConsoleAudio}.
         *
         * @param value see {@link ClientData#remoteConsoleAudio()}
         * @return this
         */
        public Builder remoteConsoleAudio(boolean value) {
            remoteConsoleAudio = value;
            return this;
        }

        /**
         * Sets {@code AudioDriverName}.
         *
         * @param value see {@link ClientData#audioDriverName()}
         * @return this
         */
        public Builder audioDriverName(String value) {
            audioDriverName = value;
            return this;
        }

        /**
         * Sets {@code ClientTimeZone}.
         *
         * @param value see {@link ClientData#clientTimeZone()}
         * @return this
         */
        public Builder clientTimeZone(TimeZoneInformation value) {
            clientTimeZone = value;
            return this;
        }

        /**
         * Sets {@code ClientName}.
         *
         * @param value see {@link ClientData#clientName()}
         * @return this
         */
        public Builder clientName(String value) {
            clientName = value;
            return this;
        }

        /**
         * Sets {@code SerialNumber}.
         *
         * @param value see {@link ClientData#serialNumber()}
         * @return this
         */
        public Builder serialNumber(int value) {
            serialNumber = value;
            return this;
        }

        /**
         * Sets {@code ClientAddressFamily}.
         *
         * @param value see {@link ClientData#clientAddressFamily()}
         * @return this
         */
        public Builder clientAddressFamily(int value) {
            clientAddressFamily = value;
            return this;
        }

        /**
         * Sets {@code ClientAddress}.
         *
         * @param value see {@link ClientData#clientAddress()}
         * @return this
         */
        public Builder clientAddress(String value) {
            clientAddress = value;
            return this;
        }

        /**
         * Sets {@code ClientSockAddress}.
         *
         * @param value see {@link ClientData#clientSockAddress()}
         * @return this
         */
        public Builder clientSockAddress(SocketAddress value) {
            clientSockAddress = value;
            return this;
        }

        /**
         * Sets {@code ClientDirectory}.
         *
         * @param value see {@link ClientData#clientDirectory()}
         * @return this
         */
        public Builder clientDirectory(String value) {
            clientDirectory = value;
            return this;
        }

        /**
         * Sets {@code ClientBuildNumber}.
         *
         * @param value see {@link ClientData#clientBuildNumber()}
         * @return this
         */
        public Builder clientBuildNumber(int value) {
            clientBuildNumber = value;
            return this;
        }

        /**
         * Sets {@code ClientProductId}.
         *
         * @param value see {@link ClientData#clientProductId()}
         * @return this
         */
        public Builder clientProductId(int value) {
            clientProductId = value;
            return this;
        }

        /**
         * Sets {@code OutBufCountHost}.
         *
         * @param value see {@link ClientData#outBufCountHost()}
         * @return this
         */
        public Builder outBufCountHost(int value) {
            outBufCountHost = value;
            return this;
        }

        /**
         * Sets {@code OutBufCountClient}.
         *
         * @param value see {@link ClientData#outBufCountClient()}
         * @return this
         */
        public Builder outBufCountClient(int value) {
            outBufCountClient = value;
            return this;
        }

        /**
         * Sets {@code OutBufLength}.
         *
         * @param value see {@link ClientData#outBufLength()}
         * @return this
         */
        public Builder outBufLength(int value) {
            outBufLength = value;
            return this;
        }

        /**
         * Sets {@code ClientSessionId}.
         *
         * @param value see {@link ClientData#clientSessionId()}
         * @return this
         */
        public Builder clientSessionId(int value) {
            clientSessionId = value;
            return this;
        }

        /**
         * Sets {@code ClientDigProductId}.
         *
         * @param value see {@link ClientData#clientDigProductId()}
         * @return this
         */
        public Builder clientDigProductId(String value) {
            clientDigProductId = value;
            return this;
        }

        /**
         * Sets {@code fDisableCpm}.
         *
         * @param value see {@link ClientData#disableCpm()}
         * @return this
         */
        public Builder disableCpm(boolean value) {
            disableCpm = value;
            return this;
        }

        /**
         * Sets {@code fDisableCdm}.
         *
         * @param value see {@link ClientData#disableCdm()}
         * @return this
         */
        public Builder disableCdm(boolean value) {
            disableCdm = value;
            return this;
        }

        /**
         * Sets {@code fDisableCcm}.
         *
         * @param value see {@link ClientData#disableCcm()}
         * @return this
         */
        public Builder disableCcm(boolean value) {
            disableCcm = value;
            return this;
        }

        /**
         * Sets {@code fDisableLPT}.
         *
         * @param value see {@link ClientData#disableLpt()}
         * @return this
         */
        public Builder disableLpt(boolean value) {
            disableLpt = value;
            return this;
        }

        /**
         * Sets {@code fDisableClip}.
         *
         * @param value see {@link ClientData#disableClip()}
         * @return this
         */
        public Builder disableClip(boolean value) {
            disableClip = value;
            return this;
        }

        /**
         * Sets {@code fDisablePNP}.
         *
         * @param value see {@link ClientData#disablePnp()}
         * @return this
         */
        public Builder disablePnp(boolean value) {
            disablePnp = value;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return the value
         */
        public ClientData build() {
            return new ClientData(
                    disableCtrlAltDel,
                    doubleClickDetect,
                    enableWindowsKey,
                    hideTitleBar,
                    inheritAutoLogon,
                    promptForPassword,
                    usingSavedCreds,
                    domain,
                    userName,
                    password,
                    passwordIsScPin,
                    inheritInitialProgram,
                    workDirectory,
                    initialProgram,
                    maximizeShell,
                    encryptionLevel,
                    performanceFlags,
                    protocolName,
                    protocolType,
                    inheritColorDepth,
                    hRes,
                    vRes,
                    colorDepth,
                    displayDriverName,
                    displayDeviceName,
                    mouse,
                    keyboardLayout,
                    keyboardType,
                    keyboardSubType,
                    keyboardFunctionKey,
                    imeFileName,
                    activeInputLocale,
                    noAudioPlayback,
                    remoteConsoleAudio,
                    audioDriverName,
                    clientTimeZone,
                    clientName,
                    serialNumber,
                    clientAddressFamily,
                    clientAddress,
                    clientSockAddress,
                    clientDirectory,
                    clientBuildNumber,
                    clientProductId,
                    outBufCountHost,
                    outBufCountClient,
                    outBufLength,
                    clientSessionId,
                    clientDigProductId,
                    disableCpm,
                    disableCdm,
                    disableCcm,
                    disableLpt,
                    disableClip,
                    disablePnp);
        }
    }
}
