# Shows what a terminal can show: colours, styles, lines, wide characters.
printf '\033[H\033[2J'
for base in 40 100; do
    for i in 0 1 2 3 4 5 6 7; do printf '\033[%dm  %3d  ' $((base + i)) $((base + i)); done
    printf '\033[0m\n'
done
for i in 0 1 2 3 4 5 6 7; do printf '\033[%dm text %d \033[1m bold \033[0m' $((30 + i)) $i; done
printf '\n'
for row in 0 1 2 3 4 5; do
    for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35; do
        printf '\033[48;5;%dm  ' $((16 + row * 36 + i))
    done
    printf '\033[0m\n'
done
for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do printf '\033[48;5;%dm   ' $((232 + i)); done
printf '\033[0m\n'
i=0
while [ $i -lt 72 ]; do printf '\033[48;2;%d;%d;%dm ' $((i * 255 / 72)) $((255 - i * 255 / 72)) 160; i=$((i + 1)); done
printf '\033[0m\n\n'
printf '\033[1mbold\033[0m \033[2mdim\033[0m \033[3mitalic\033[0m \033[1;3mbold italic\033[0m \033[4msingle\033[0m \033[4:2mdouble\033[0m '
printf '\033[4:3mcurly line\033[0m \033[4:4mdotted\033[0m \033[4:5mdashed\033[0m \033[9mstruck\033[0m \033[53mover\033[0m \033[7minverse\033[0m \033[5mblink\033[0m [\033[8mhidden\033[0m]\n\n'
cat <<'EOF'
┌──┬──┐ ┏━━┳━━┓ ╔══╦══╗ ╒══╤══╕ ╓──╥──╖ ╭──╮ ╱╲  ░░▒▒▓▓██ ▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ┄┄┄ ┅┅┅ ┈┈┈ ╌╌╌
│  │  │ ┃  ┃  ┃ ║  ║  ║ │  │  │ ║  ║  ║ │  │ ╲╱  ▀▀▄▄▌▌▐▐ ▖▗▘▙▚▛▜▝▞▟ ┆┇┊┋╎╏ ╴╵╶╷╸╹╺╻╼╽╾╿
├──┼──┤ ┣━━╋━━┫ ╠══╬══╣ ╞══╪══╡ ╟──╫──╢ ╰──╯ ╳╳  ┡━┩ ┢━┪ ╄╃╁╂ ⠁⠃⠇⡇⡏⡟⡿⣿ ⣀⣤⣶⣿
└──┴──┘ ┗━━┻━━┛ ╚══╩══╝ ╘══╧══╛ ╙──╨──╜

你好，世界 こんにちは 한국어  héllo wörld ñandú çà €uro ẞß  e+´: é̂  n+~: ñ  Ελληνικά Русский עברית
→ ← ↑ ↓ ⇒ ∀ ∃ ∈ ∑ ∞ ≠ ≤ ≥ ✓ ✗ ★ ☆ ♠ ♥ ♦ ♣ ☺ ☎ ⚠ ⏎ ⌘ 😀 👍 🚀 ▶ ◀ ● ○ ◆ ◇ ■ □ ▲ ▼ … “quotes” «guillemets»
The quick brown fox jumps over the lazy dog 0O1lI|{}[]()<>@#$%^&*~`'"\/_-+=;:,.!?
ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789
EOF
printf '\033[44;97m white on blue \033[46;30m black on cyan \033[42;30m black on green \033[41;97m white on red \033[43;30m black on yellow \033[47;30m black on white \033[0m\n'
printf 'ready '
sleep 20
