import { textsBehavior } from '../../lib/texts'

/**
 * Shows that a page is on its way: appears after 120 ms, is still, then flashes slowly. Put the
 * shapes of the real page into its slot, made with the classes `bone` and `bone bone-plate`
 * (styles/bone.wxss) and the page's own sizes:
 *
 *     <skeleton wx:if="{{isLoading}}"><view class="bone title-bone"></view></skeleton>
 *
 * It has no properties.
 */
Component({ behaviors: [textsBehavior(['common'])] })
