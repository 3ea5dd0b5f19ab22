export { audioState, onAudioState, playCue, unlockAudio, type AudioState } from './sound';
export type { CueKind } from './cues';
