# Completion of syncline-cli for bash.
_syncline_cli_commands() {
    echo 'init integration field map policy sync conflicts deletes duplicates held runs replay records recipe event person why status log mirror schedule serve notify webhook'
}

_syncline_cli_verbs() {
    case $1 in
        integration) echo 'add reconnect list test describe remove set pause resume' ;;
        field) echo 'list add remove' ;;
        map) echo 'suggest export import check create-field' ;;
        policy) echo 'set' ;;
        conflicts) echo 'list show resolve' ;;
        deletes) echo 'list release keep' ;;
        duplicates) echo 'list link apart' ;;
        held) echo 'list retry' ;;
        runs) echo 'list show undo' ;;
        records) echo 'list show create set delete sync unmerge export' ;;
        recipe) echo 'list show apply remove' ;;
        event) echo 'send follow-ups sources add-source new-token remove-source' ;;
        person) echo 'export erase' ;;
        notify) echo 'list add remove test history' ;;
        webhook) echo 'list add deliveries test remove' ;;
        schedule) echo 'list add set remove pause resume next' ;;
    esac
}

_syncline_cli_options() {
    case $1 in
        init) echo '--demo --recipe' ;;
        'recipe apply') echo '--set --dry-run' ;;
        'event send') echo '--id --no-sync' ;;
        'event follow-ups') echo '--run-due' ;;
        'event add-source') echo '--kind' ;;
        'integration add') echo '--name --url --auth --set' ;;
        'field add') echo '--label --type --option --ref' ;;
        'map suggest') echo '--apply' ;;
        sync*) echo '--integration --entity --full --dry-run --plan --yes' ;;
        'conflicts resolve') echo '--take --value --keep-apart' ;;
        'runs undo' | 'records sync' | 'person erase') echo '--dry-run' ;;
        log*) echo '--follow' ;;
        'schedule add') echo '--integration --entity --zone --quiet --full --shadow --jitter' ;;
        'schedule pause') echo '--all --for' ;;
        'schedule resume') echo '--all' ;;
        'schedule next') echo '--count' ;;
        'notify add') echo '--severity --event --server --user --from --to' ;;
        'webhook add') echo '--url --debounce --longest' ;;
        'webhook deliveries') echo '--show' ;;
        'webhook remove') echo '--only-here' ;;
        serve*) echo '--port --new-token' ;;
        mirror*) echo '--to --entity --full --keep --prefix' ;;
    esac
}

# The integrations' names, asked from the workspace on the command line.
_syncline_cli_names() {
    "${COMP_WORDS[0]}" "$@" integration list 2>/dev/null | awk 'NR > 1 { print $1 }'
}

_syncline_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local -a words=() workspace=()
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --workspace) workspace=(--workspace "${COMP_WORDS[i + 1]}"); i=$((i + 1)) ;;
            -*) ;;
            *) words+=("${COMP_WORDS[i]}") ;;
        esac
    done
    local command="${words[*]:0:2}" choices=
    case $previous in
        --workspace) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --auth) choices='oauth2_client_credentials oauth2_password oauth2_code basic token' ;;
        --integration | --take) choices=$(_syncline_cli_names "${workspace[@]}") ;;
        --type) choices='text long_text integer decimal boolean date date_time enumeration set list email phone url ref refs consent' ;;
        --entity) choices='contact company deal activity user' ;;
        *)
            if [[ $current == -* ]]; then
                choices="--json --workspace --help $(_syncline_cli_options "$command")"
            elif [ ${#words[@]} -eq 0 ]; then
                choices=$(_syncline_cli_commands)
            elif [ ${#words[@]} -eq 1 ]; then
                choices=$(_syncline_cli_verbs "${words[0]}")
            else
                case $command in
                    'integration add') choices='activecampaign hubspot mautic salesforce suitecrm' ;;
                    integration* | webhook* | 'map suggest' | 'map export' | 'map create-field') choices=$(_syncline_cli_names "${workspace[@]}") ;;
                    'map import' | 'map check' | 'records export')
                        mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
                    recipe*) choices='badge-maker revivatech' ;;
                    'records list' | 'records create' | field*) choices='contact company deal activity user' ;;
                esac
            fi ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
}
complete -F _syncline_cli syncline-cli
