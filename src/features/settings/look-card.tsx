import { languages } from '#core/assistant/conversation.ts';
import { Select } from '#ui/controls/select.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import {
  changePreferences,
  textSizes,
  themes,
  usePreferences,
} from '#ui/preferences/preferences.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** Language, theme and text size, in force at once. */
export function LookCard() {
  const { words } = useWords();
  const { settings } = words;
  const { language, theme, textSize, singleKeys } = usePreferences();
  return (
    <Card title={settings.look}>
      <Select
        label={settings.language}
        value={language}
        onChange={(id) => changePreferences({ language: id })}
        choices={languages.map((id) => ({ id, text: settings.languages[id] }))}
      />
      <Select
        label={settings.theme}
        value={theme}
        onChange={(id) => changePreferences({ theme: id })}
        choices={themes.map((id) => ({ id, text: settings.themes[id] }))}
      />
      <Select
        label={settings.text}
        value={textSize}
        onChange={(id) => changePreferences({ textSize: id })}
        choices={textSizes.map((id) => ({ id, text: settings.texts[id] }))}
      />
      <Switch isSelected={singleKeys} onChange={(isOn) => changePreferences({ singleKeys: isOn })}>
        {settings.singleKeys}
      </Switch>
    </Card>
  );
}
