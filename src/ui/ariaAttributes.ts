// The runtime numbers attributes by the same list as the templates (config/templatePlugin.cjs); one without the other shifts them all.
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './ariaAttributes.json'

mergeInternalComponents(attributes)
